// The page /staff/alerts: hears that something happened in somebody's chats, sounds and notifies. It is told no words of anybody's.
const KEPT = "saleor-support alerts";
// Most chats are somebody's at once; only what waits for longer is for everybody.
const WAITS_MS = 2_500;
// Whoever looks at the inbox has read a message by then.
const READ_MS = 3_000;
const SOON_MS = 1_000;
const LATE_MS = 30_000;
const MOST_SHOWN = 20;
// What ends the page for good: the token opens nothing, they may not any more, the shop has the app no longer.
const OVER = [4401, 4403, 4410];

const byId = (id) => document.getElementById(id);
const box = byId("alerts");
const [sound, notices, pushed] = ["sound", "notices", "pushed"].map(byId);

const show = (part, ...states) => {
  for (const line of part.querySelectorAll("[data-state]")) line.hidden = !states.includes(line.dataset.state);
};

let kept = {};
try {
  kept = JSON.parse(localStorage.getItem(KEPT)) ?? {};
} catch {
  // no storage: the page lasts as long as its tab
}
const keep = (changed) => {
  kept = { ...kept, ...changed };
  try {
    localStorage.setItem(KEPT, JSON.stringify(kept));
  } catch {
    // as above
  }
};

const tell = (path, body) =>
  fetch(`/staff/alerts/${path}`, {
    method: "POST",
    headers: kept.token ? { Authorization: `Bearer ${kept.token}` } : {},
    body: JSON.stringify(body),
  });

// Sound

let audio = null;
const isAudible = async () => {
  if (!("AudioContext" in window)) return "unknown";
  audio ??= new AudioContext();
  // A browser that waits for a click never answers.
  await Promise.race([audio.resume(), new Promise((done) => setTimeout(done, 300))]);
  return audio.state === "running" ? "ok" : "blocked";
};

const ring = async () => {
  const state = await isAudible();
  show(byId("sound-note"), state);
  if (state !== "ok") return false;
  [659, 880].forEach((pitch, place) => {
    const [tone, volume, at] = [audio.createOscillator(), audio.createGain(), audio.currentTime + place * 0.18];
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.0001, at);
    volume.gain.exponentialRampToValueAtTime(0.25, at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.35);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.4);
  });
  return true;
};

const lookAudible = async () => show(byId("sound-note"), sound.checked ? await isAudible() : "ok");

// Notifications

let shop = { shop: "", key: "", worker: "", pushed: false };
const canNotify = "Notification" in window && "serviceWorker" in navigator;

const permission = () => (canNotify ? { granted: "ok", denied: "blocked", default: "ask" }[Notification.permission] : "unknown");

const registered = async () => {
  await navigator.serviceWorker.register(shop.worker);
  const worker = await navigator.serviceWorker.getRegistration(shop.worker);
  const coming = worker.active ? null : (worker.installing ?? worker.waiting);
  if (coming) await new Promise((done) => coming.addEventListener("statechange", () => worker.active && done()));
  return worker;
};

const notify = async (kind) => {
  if (permission() !== "ok") return false;
  const worker = await registered();
  const shown = { body: box.dataset[kind], tag: kind, renotify: true, data: location.href, icon: "/static/logo.png" };
  await worker.showNotification(shop.shop, shown);
  return true;
};

const askToNotify = async () => {
  const state = permission() === "ask" ? { granted: "ok" }[await Notification.requestPermission()] : permission();
  return state ?? "blocked";
};

// What a browser's push service is asked for, with this shop's key.
const subscribe = async () => {
  const worker = await registered();
  const given = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: shop.key });
  const answer = await tell("push", { subscription: given });
  if (!answer.ok) throw new Error(String(answer.status));
};

const unsubscribe = async () => {
  await tell("push", { gone: true });
  const worker = await navigator.serviceWorker.getRegistration(shop.worker);
  await (await worker?.pushManager.getSubscription())?.unsubscribe();
};

sound.addEventListener("change", () => {
  keep({ sound: sound.checked });
  lookAudible();
});

notices.addEventListener("change", async () => {
  const state = notices.checked ? await askToNotify() : "ok";
  show(byId("notices-note"), state);
  notices.checked &&= state === "ok";
  keep({ notices: notices.checked });
});

pushed.addEventListener("change", async () => {
  const wanted = pushed.checked;
  let state = wanted ? await askToNotify() : "ok";
  if (state === "ok" && !("PushManager" in window)) state = "unknown";
  try {
    if (state === "ok") await (wanted ? subscribe() : unsubscribe());
  } catch {
    state = "failed";
  }
  show(byId("pushed-note"), state);
  pushed.checked = state === "ok" ? wanted : !wanted && state === "failed";
});

for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => sound.checked && lookAudible());

byId("try").addEventListener("click", async () => {
  const heard = sound.checked && (await ring());
  const seen = notices.checked && (await notify("trial").catch(() => false));
  show(byId("tried"), ...[heard && "sound", seen && "notice", !heard && !seen && "nothing"].filter(Boolean));
});

// What happens

let seat = "OFFLINE";
let user = "";
let known = false;
let waiting = new Set();
let mine = new Set();
const read = new Map();

const count = () => {
  byId("many-waiting").textContent = String(waiting.size);
  byId("many-mine").textContent = String(mine.size);
  const title = document.title.replace(/^\(\d+\) /, "");
  document.title = waiting.size ? `(${waiting.size}) ${title}` : title;
};

const alertOf = (kind) => {
  // The seat's state is what says whether somebody works now.
  if (seat !== "ONLINE") return;
  const [line, time, list] = [document.createElement("li"), document.createElement("time"), box.querySelector("ol")];
  const now = new Date();
  time.dateTime = now.toISOString();
  time.textContent = now.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  line.append(time, box.dataset[kind]);
  list.prepend(line);
  while (list.children.length > MOST_SHOWN) list.lastChild.remove();
  byId("lately").hidden = false;
  if (sound.checked) ring();
  if (notices.checked) notify(kind).catch(() => show(byId("notices-note"), "blocked"));
};

const soon = (conversation) => setTimeout(() => waiting.has(conversation) && alertOf("waiting"), WAITS_MS);

const stand = (state) => {
  seat = state;
  show(byId("seat"), state === "ONLINE" ? "online" : "away");
};

const hear = {
  welcome({ user: whose, state, mine: theirs, waiting: others }) {
    user = whose;
    stand(state);
    // After a cut: what came meanwhile.
    if (known && theirs.some((one) => !mine.has(one))) alertOf("seated");
    if (known) for (const one of others) if (!waiting.has(one)) soon(one);
    [mine, waiting, known] = [new Set(theirs), new Set(others), true];
    show(byId("line"), "open");
  },
  queue({ conversation, state, user: whose }) {
    const [was, had] = [waiting.delete(conversation), mine.delete(conversation)];
    if (state === "waiting") {
      waiting.add(conversation);
      if (!was) soon(conversation);
    }
    if (state === "seated" && whose === user) {
      mine.add(conversation);
      if (!had) alertOf("seated");
    }
    if (state === "missed") alertOf("missed");
  },
  state({ conversation, seq, author }) {
    if (author === "staff" || author === "system" || !mine.has(conversation)) return;
    setTimeout(() => mine.has(conversation) && !(read.get(conversation) >= seq) && alertOf("message"), READ_MS);
  },
  read({ conversation, seq }) {
    read.set(conversation, Math.max(seq, read.get(conversation) ?? 0));
  },
  presence({ state }) {
    stand(state);
  },
};

let failures = 0;
const connect = () => {
  const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/staff/alerts/live`);
  socket.onopen = () => socket.send(JSON.stringify({ do: "hello", token: kept.token }));
  socket.onmessage = ({ data }) => {
    failures = 0;
    const frame = JSON.parse(data);
    hear[frame.is]?.(frame);
    count();
  };
  socket.onclose = ({ code }) => {
    if (OVER.includes(code)) return end();
    show(byId("line"), "lost");
    // By chance and not by the clock: when a process ends, all its pages come at once.
    setTimeout(connect, Math.min(SOON_MS * 2 ** failures++, LATE_MS) * (0.5 + Math.random() / 2));
  };
};

const end = () => {
  keep({ token: "" });
  byId("work").hidden = true;
  show(byId("line"), "ended");
};

const link = location.hash.slice(1);
// Out of the address, so that nobody copies it from there: it opens the page once.
if (link) history.replaceState(null, "", location.pathname + location.search);

const begin = async () => {
  let answer = link ? await tell("session", { link }) : null;
  if (!answer?.ok && kept.token) answer = await tell("session", {});
  if (!answer?.ok) return end();
  shop = await answer.json();
  if (shop.token) keep({ token: shop.token });
  sound.checked = kept.sound ?? true;
  notices.checked = Boolean(kept.notices) && permission() === "ok";
  if (kept.notices && permission() !== "ok") show(byId("notices-note"), permission() === "ask" ? "ok" : permission());
  if (!canNotify) show(byId("notices-note"), "unknown");
  pushed.checked = shop.pushed && permission() === "ok";
  byId("work").hidden = false;
  lookAudible();
  connect();
};

const tryToBegin = () =>
  begin().catch(() => {
    show(byId("line"), "lost");
    setTimeout(tryToBegin, 5 * SOON_MS);
  });
tryToBegin();
