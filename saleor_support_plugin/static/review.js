// The form of /r/TOKEN: keeps what is typed, and sends photos beside it. Without this script both are left out, and
// everything else works.
const form = document.getElementById("review");
const words = JSON.parse(form.dataset.words);
const most = Number(form.dataset.most);
const kept = document.getElementById("kept");
const again = 2000;

const say = (name, values = {}) =>
  words[name].replace(/\{\{ (\w+) \}\}/g, (whole, value) => String(values[value] ?? whole));

const element = (name, values = {}) => Object.assign(document.createElement(name), values);

// What is typed

const isDraft = form.elements.deed.value === "send";
let timer = 0;
let isSending = false;

const body = () => {
  const data = new FormData(form);
  data.set("deed", "draft");
  return new URLSearchParams([...data].filter(([, value]) => typeof value === "string"));
};

const keep = async () => {
  clearTimeout(timer);
  timer = 0;
  if (!isDraft || isSending) return;
  // Outliving the page has its price: no more than 64 kB fit.
  const keepalive = document.visibilityState === "hidden";
  const answer = await fetch(location.pathname, { method: "POST", body: body(), keepalive }).catch(() => null);
  kept.textContent = words[answer?.ok ? "saved" : "not_saved"];
  if (!answer?.ok) timer ||= setTimeout(keep, again);
};

const keepSoon = () => {
  clearTimeout(timer);
  timer = setTimeout(keep, 800);
};

form.addEventListener("input", keepSoon);
form.addEventListener("submit", () => {
  isSending = true;
  clearTimeout(timer);
});
window.addEventListener("pageshow", () => {
  isSending = false;
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden" && timer) keep();
});

// Photos

class Photos {
  constructor(line) {
    this.number = line.dataset.number;
    this.line = line;
    this.box = line.querySelector(".photos");
    this.list = this.box.querySelector("ul");
    this.fault = this.box.querySelector("[role=alert]");
    this.use = this.box.querySelector(".use");
    this.box.hidden = false;
    for (const item of this.list.children) this.show(item, item.dataset.file);
    const input = this.box.querySelector("input[type=file]");
    input.addEventListener("change", () => {
      this.add([...input.files]);
      input.value = "";
    });
    this.look();
  }

  add(files) {
    const room = most - this.list.children.length;
    this.tell(files.length > room ? say("photo_TOO_MANY", { most }) : "");
    for (const file of files.slice(0, Math.max(room, 0))) this.send(file, this.list.appendChild(element("li")));
  }

  tell(text) {
    this.fault.textContent = text;
    this.fault.hidden = !text;
  }

  send(file, item) {
    const request = new XMLHttpRequest();
    const progress = element("progress", { max: 100, value: 0 });
    const status = element("span", { textContent: say("photo_sending", { name: file.name, percent: 0 }) });
    progress.setAttribute("aria-label", file.name);
    item.replaceChildren(progress, status, this.button(words.photo_cancel, file.name, () => request.abort()));
    request.upload.onprogress = (event) => {
      const percent = event.total ? Math.round((100 * event.loaded) / event.total) : 0;
      progress.value = percent;
      status.textContent = say("photo_sending", { name: file.name, percent });
    };
    request.onload = () => this.sent(request, file, item);
    request.onerror = () => this.failed(item, file, "photo_failed");
    request.onabort = () => this.drop(item);
    request.open("POST", "/f");
    request.responseType = "json";
    request.setRequestHeader("Authorization", `Bearer ${form.dataset.permit}`);
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    request.send(file);
  }

  sent(request, file, item) {
    const answer = request.response;
    if (request.status !== 201) return this.failed(item, file, `photo_${answer?.error?.code}`);
    if (this.list.querySelector(`[data-file="${answer.file}"]`)) return this.drop(item);
    item.dataset.file = answer.file;
    this.line.append(element("input", { type: "hidden", name: `photo-${this.number}`, value: answer.file }));
    keep();
    this.show(item, answer.file, file.name);
  }

  failed(item, file, name) {
    const status = element("span", { className: "fault", textContent: words[name] ?? words.photo_failed });
    status.setAttribute("role", "alert");
    const retry = this.button(words.photo_again, file.name, () => this.send(file, item));
    item.replaceChildren(status, retry, this.button(words.photo_cancel, file.name, () => this.drop(item)));
    this.look();
  }

  async show(item, file, name = "…") {
    const remove = this.button(words.photo_remove, "", () => this.drop(item));
    const status = element("span", { textContent: say("photo_waiting", { name }) });
    item.replaceChildren(element("span", { className: "room" }), status, remove);
    this.look();
    while (item.isConnected) {
      const answer = await fetch(`/f/${file}`).catch(() => null);
      const told = answer?.ok ? await answer.json() : { state: answer?.status === 404 ? "REFUSED" : "WAITING" };
      if (told.state === "REFUSED") return this.refused(item, told.code);
      if (told.state === "READY") {
        const number = [...this.list.children].indexOf(item) + 1;
        const alt = say("photo_ready", { number });
        remove.setAttribute("aria-label", `${words.photo_remove}: ${alt}`);
        item.replaceChildren(element("img", { src: told.sizes["320"], alt, width: 136, height: 136 }), remove);
        return;
      }
      await new Promise((done) => setTimeout(done, 1000));
    }
  }

  refused(item, code) {
    this.drop(item);
    this.tell(words[`photo_${code}`] ?? words.photo_failed);
  }

  drop(item) {
    const { file } = item.dataset;
    item.remove();
    if (file) {
      this.line.querySelector(`input[name="photo-${this.number}"][value="${file}"]`)?.remove();
      keep();
    }
    this.look();
  }

  button(text, name, onClick) {
    const button = element("button", { type: "button", className: "plain", textContent: text });
    if (name) button.setAttribute("aria-label", `${text}: ${name}`);
    button.addEventListener("click", () => {
      onClick();
      // What had the focus is gone, and a reader is not to begin at the top again.
      if (!button.isConnected) this.box.querySelector("input[type=file]").focus();
    });
    return button;
  }

  look() {
    this.use.hidden = !this.list.querySelector("[data-file]");
  }
}

for (const line of form.querySelectorAll(".reviewed")) new Photos(line);
