// Puts an app's widgets, buttons and pages where Saleor Dashboard puts them.

import { Bridge } from "./bridge.js";
import { openTab } from "./frames.js";
import { offerCommands } from "./search.js";
import { showToast } from "./toasts.js";
import "./bar.js";

const written = document.getElementById("frame-data");
const data = written ? JSON.parse(written.textContent) : { extensions: [], width: 0 };
const column = document.getElementById("extensions");
const popup = document.getElementById("popup");
const page = {
  theme: document.documentElement.dataset.theme,
  openPopup,
  closePopup,
  refreshEntity,
  goTo,
  showRoute,
  showToast,
  resizeWidgets,
};
const known = /^\/(orders|customers|products|extensions\/app\/[^/]+)?(\/|\?|$)/;
let popupBridge = null;

document.documentElement.style.setProperty("--card-width", `${data.width}px`);
const targets = Map.groupBy?.(data.extensions, (one) => one.target) ?? grouped(data.extensions);
const popups = targets.get("POPUP") ?? [];
const widgets = targets.get("WIDGET") ?? [];
if (column && data.extensions.some((one) => one.mount.endsWith("_WIDGETS"))) {
  column.replaceChildren();
}
for (const extension of data.extensions.filter((one) => !["WIDGET", "APP_PAGE"].includes(one.target))) {
  placeOf(extension).append(buttonOf(extension));
}
for (const extension of (targets.get("APP_PAGE") ?? []).filter((one) => one.mount !== "APP")) {
  placeOf(extension).append(linkOf(extension));
}
const bridges = [...widgets.map(cardOf), ...data.extensions.filter((one) => one.mount === "APP").map(ownPageOf)];

offerCommands(data.commands ?? [], (extension) => {
  if (extension.target === "APP_PAGE") {
    location.assign(addressOf(`${extension.appPath}${extension.url}`));
  } else {
    openPopup({ extension, parameters: data.parameters });
  }
});

function grouped(extensions) {
  const found = new Map();
  for (const one of extensions) {
    found.set(one.target, [...(found.get(one.target) ?? []), one]);
  }
  return found;
}

/** What is no card is a link above the cards, or stands in the page's menu of actions. */
function placeOf(extension) {
  return extension.mount.endsWith("_WIDGETS") ? column : document.querySelector(".actions");
}

function cardOf(extension) {
  const card = document.createElement("section");
  card.className = "extension";
  const heading = document.createElement("h2");
  const link = document.createElement("a");
  link.href = addressOf(extension.appPath);
  link.textContent = extension.label;
  heading.append(link);
  const bridge = new Bridge({ data, extension, page });
  card.append(heading, bridge.frame);
  column.append(card);
  return bridge;
}

function ownPageOf(extension) {
  const bridge = new Bridge({ data, extension, page });
  document.getElementById("app-page").append(bridge.frame);
  return bridge;
}

function buttonOf(extension) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = extension.label;
  button.addEventListener("click", () => {
    if (extension.target === "NEW_TAB") {
      openTab({ data, extension });
    } else {
      openPopup({ extension, parameters: data.parameters });
    }
  });
  return button;
}

function linkOf(extension) {
  const link = document.createElement("a");
  link.textContent = extension.label;
  link.href = addressOf(`${extension.appPath}${extension.url}?${new URLSearchParams(data.parameters)}`);
  return link;
}

/** Opens a popup of the app by the identifier in its manifest. Says whether there is one on this page. */
function openPopup({ extension, extensionIdentifier, parameters }) {
  const wanted = extension ?? popups.find((one) => one.identifier === extensionIdentifier);
  if (!wanted) {
    return false;
  }
  closePopup();
  document.getElementById("popup-title").textContent = wanted.label;
  popupBridge = new Bridge({ data, extension: wanted, page, parameters });
  popup.append(popupBridge.frame);
  popup.showModal();
  return true;
}

function closePopup() {
  if (popup.open) {
    popup.close();
  }
}

popup.querySelector("button").addEventListener("click", closePopup);
popup.addEventListener("click", (event) => {
  if (event.target === popup) {
    closePopup(); // a click beside it, as in the Dashboard
  }
});
popup.addEventListener("close", () => {
  popupBridge?.close();
  popupBridge = null;
});

function resizeWidgets(height) {
  for (const bridge of bridges.filter((one) => one.extension.target === "WIDGET")) {
    bridge.frame.style.height = `${height}px`;
  }
}

/** What `refreshEntity` does: the page's own facts are read again, the frames stay. */
async function refreshEntity() {
  const fresh = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const actions = document.querySelector(".actions");
  document.getElementById("entity").replaceWith(fresh.getElementById("entity"));
  document.querySelector(".actions")?.replaceWith(actions);
}

function addressOf(path) {
  const joint = path.includes("?") ? "&" : "?";
  return `/dashboard${path}${data.query ? joint + data.query : ""}`;
}

function goTo(path) {
  if (known.test(path)) {
    location.assign(addressOf(path));
  } else {
    showToast({ status: "info", title: path, text: data.words.noSuchPage });
  }
}

/** What `updateRouting` does: the address says where the app is, so that a reload finds it again. */
function showRoute(path) {
  history.pushState(null, "", addressOf(path));
}

// On a phone the choices would push the page itself out of sight.
if (matchMedia("(max-width: 860px)").matches) {
  document.querySelector(".view").open = false;
}

// The theme changes at once, as in the Dashboard's menu; the other choices load the page again.
document.querySelector("select[name=theme]").addEventListener("change", (event) => {
  page.theme = event.target.value;
  document.documentElement.dataset.theme = page.theme;
  const address = new URL(location.href);
  address.searchParams.set("theme", page.theme);
  history.replaceState(null, "", address);
  for (const bridge of [...bridges, popupBridge]) {
    bridge?.sendTheme();
  }
});
