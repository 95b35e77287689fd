// The bar's menu closes as menus do: by Escape, and by a click elsewhere.

const menu = document.querySelector(".demo-acts");

document.addEventListener("click", (event) => {
  if (menu.open && !menu.contains(event.target)) {
    menu.open = false;
  }
});
menu.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menu.open) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
// A button pressed twice would make it happen twice.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = "yes";
  });
}
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
  }
});
