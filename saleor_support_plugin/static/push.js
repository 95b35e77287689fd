// The page /push/STORE/TOKEN: one button that switches this browser's notifications on or off.
const box = document.getElementById("push");
const button = box.querySelector("button");

const say = (state) => {
  for (const line of box.querySelectorAll("[data-state]")) line.hidden = line.dataset.state !== state;
  button.hidden = state === "blocked" || state === "unknown";
  button.disabled = state === "busy";
  if (state !== "busy") button.textContent = state === "on" ? button.dataset.off : button.dataset.on;
};

const tell = async (body) => {
  const answer = await fetch(location.pathname, { method: "POST", body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(String(answer.status));
};

const subscription = async () => {
  const registered = await navigator.serviceWorker.getRegistration(box.dataset.worker);
  return registered ? registered.pushManager.getSubscription() : null;
};

const switchOn = async () => {
  if ((await Notification.requestPermission()) !== "granted") return "blocked";
  await navigator.serviceWorker.register(box.dataset.worker);
  const registered = await navigator.serviceWorker.getRegistration(box.dataset.worker);
  if (registered.installing) {
    await new Promise((done) => registered.installing.addEventListener("statechange", done));
  }
  const options = { userVisibleOnly: true, applicationServerKey: box.dataset.key };
  await tell({ subscription: await registered.pushManager.subscribe(options) });
  return "on";
};

const switchOff = async (was) => {
  await tell({ gone: was.endpoint });
  await was.unsubscribe();
  return "off";
};

button.addEventListener("click", async () => {
  say("busy");
  try {
    const was = await subscription();
    say(was ? await switchOff(was) : await switchOn());
  } catch {
    say("failed");
  }
});

if (!("serviceWorker" in navigator && "PushManager" in window)) say("unknown");
else if (Notification.permission === "denied") say("blocked");
else subscription().then((was) => say(was ? "on" : "off"));
