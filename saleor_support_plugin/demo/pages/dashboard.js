// The order page: puts the app's widgets and popups where Saleor Dashboard puts them.

import { Bridge } from "./bridge.js";
import { showToast } from "./toasts.js";

const data = JSON.parse(document.getElementById("frame-data").textContent);
const column = document.getElementById("extensions");
const popup = document.getElementById("popup");
const page = { theme: data.theme, openPopup, closePopup, refreshOrder, goTo, showToast, resizeWidgets };
let popupBridge = null;

const widgets = data.extensions.filter((extension) => extension.target === "WIDGET");
const popups = data.extensions.filter((extension) => extension.target === "POPUP");
if (data.extensions.length) {
  column.replaceChildren();
}
for (const extension of popups) {
  column.append(popupButton(extension));
}
const widgetBridges = widgets.map((extension) => {
  const card = document.createElement("section");
  card.className = "extension";
  const heading = document.createElement("h2");
  heading.textContent = extension.label;
  const bridge = new Bridge({ data, extension, page });
  card.append(heading, bridge.frame);
  column.append(card);
  return bridge;
});

function popupButton(extension) {
  const card = document.createElement("div");
  card.className = "extension";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = extension.label;
  button.addEventListener("click", () => openPopup({ extension, parameters: { orderId: data.orderId } }));
  card.append(button);
  return card;
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
  for (const bridge of widgetBridges) {
    bridge.frame.style.height = `${height}px`;
  }
}

/** What `refreshEntity` does: the order's facts are read again, the frames stay. */
async function refreshOrder() {
  const fresh = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  document.getElementById("order").replaceWith(fresh.getElementById("order"));
}

function goTo(path) {
  const known = /^\/orders(\/|$)/.test(path);
  if (known) {
    location.assign(`/dashboard${path === "/orders" ? "/" : path}${location.search}`);
  } else {
    showToast({ status: "info", title: path, text: data.words.noSuchPage });
  }
}

// The theme changes at once, as in the Dashboard's menu; the other choices load the page again.
document.querySelector("select[name=theme]").addEventListener("change", (event) => {
  page.theme = event.target.value;
  document.documentElement.dataset.theme = page.theme;
  const address = new URL(location.href);
  address.searchParams.set("theme", page.theme);
  history.replaceState(null, "", address);
  for (const bridge of [...widgetBridges, popupBridge]) {
    bridge?.sendTheme();
  }
});
