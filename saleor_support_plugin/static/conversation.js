// The page /c/TOKEN: shows what is new while it is open, and sends photos beside the answer. Without this script both are
// left out, and everything else works.
const form = document.getElementById("answer");
const thread = document.getElementById("thread");
const state = document.getElementById("state");
const words = JSON.parse(form.dataset.words);
const most = Number(form.dataset.most);
const element = (name, values = {}) => Object.assign(document.createElement(name), values);
const say = (name, values = {}) =>
  (words[name] ?? words.photo_failed).replace(/\{\{ (\w+) \}\}/g, (whole, value) => String(values[value] ?? whole));

// What is new

// While a chat goes on, an answer is to be seen within four seconds.
const soonest = 3000;
const latest = 30_000;
let pause = soonest;
let live = "live" in thread.dataset;
let seq = Number(thread.dataset.seq);
let timer = 0;

// A picture is drawn anew before it is shown.
const untilDrawn = (root) => {
  for (const picture of root.querySelectorAll(".pictures img")) {
    const { src } = picture;
    let tries = 0;
    const again = () => {
      if (tries++ < 15 && picture.isConnected) setTimeout(() => Object.assign(picture, { src: `${src}?${tries}` }), 2000);
    };
    picture.addEventListener("error", again);
    if (picture.complete && !picture.naturalWidth) again();
  }
};

const look = async () => {
  timer = 0;
  const answer = await fetch(`${location.pathname}?after=${seq}`).catch(() => null);
  if (answer?.status === 404) return; // the link has ended
  const told = answer?.ok ? await answer.json() : null;
  live = told?.live ?? live;
  // Slower and slower while nothing comes.
  pause = live || told?.html ? soonest : Math.min(pause * 1.2, latest);
  if (told) {
    if (state.textContent !== told.state) state.textContent = told.state;
    for (const deed of document.querySelectorAll("[data-deed]")) deed.hidden = deed.dataset.deed !== told.deed;
    if (told.html) {
      document.getElementById("last")?.removeAttribute("id");
      thread.insertAdjacentHTML("beforeend", told.html);
      untilDrawn(thread.lastElementChild);
      if (live) thread.lastElementChild.scrollIntoView({ block: "nearest" });
    }
    seq = told.seq;
  }
  wait();
};

const wait = () => {
  if (document.visibilityState === "visible" && !timer) timer = setTimeout(look, pause);
};

document.addEventListener("visibilitychange", () => {
  clearTimeout(timer);
  timer = 0;
  pause = soonest;
  wait();
});

// Photos

const box = form.querySelector(".photos");
const list = box.querySelector("ul");
const input = box.querySelector("input[type=file]");
const fault = box.querySelector("[role=alert]");

const tell = (text) => {
  fault.textContent = text;
  fault.hidden = !text;
};

const button = (text, name, onClick) => {
  const made = element("button", { type: "button", className: "plain", textContent: text });
  made.setAttribute("aria-label", `${text}: ${name}`);
  made.addEventListener("click", () => {
    onClick();
    // What had the focus is gone, and a reader is not to begin at the top again.
    if (!made.isConnected) input.focus();
  });
  return made;
};

const sent = (request, item, name) => {
  const told = request.response;
  if (request.status !== 201) {
    item.remove();
    return tell(say(`photo_${told?.error?.code}`, { most }));
  }
  const number = [...list.children].indexOf(item) + 1;
  item.replaceChildren(
    element("span", { textContent: say("photo_ready", { number }) }),
    element("input", { type: "hidden", name: "photo", value: told.file }),
    button(words.photo_remove, name, () => item.remove()),
  );
};

const send = (file, item) => {
  const request = new XMLHttpRequest();
  const status = element("span", { textContent: say("photo_sending", { name: file.name, percent: 0 }) });
  item.replaceChildren(
    status,
    button(words.photo_cancel, file.name, () => request.abort()),
  );
  request.upload.onprogress = (event) => {
    const percent = event.total ? Math.round((100 * event.loaded) / event.total) : 0;
    status.textContent = say("photo_sending", { name: file.name, percent });
  };
  request.onload = () => sent(request, item, file.name);
  request.onabort = () => item.remove();
  request.onerror = () => {
    item.remove();
    tell(words.photo_failed);
  };
  request.open("POST", "/f");
  request.responseType = "json";
  request.setRequestHeader("Authorization", `Bearer ${form.dataset.permit}`);
  request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
  request.send(file);
};

input.addEventListener("change", () => {
  const room = Math.max(most - list.children.length, 0);
  tell(input.files.length > room ? say("photo_TOO_MANY", { most }) : "");
  for (const file of [...input.files].slice(0, room)) send(file, list.appendChild(element("li")));
  input.value = "";
});

box.hidden = false;
untilDrawn(thread);
wait();
