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
    event.submitter?.setAttribute("aria-busy", "true");
  });
}
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
  }
});

// Mails are written some seconds after what they are about.
const mails = document.querySelector("[data-mails]");
setInterval(async () => {
  if (document.visibilityState === "visible") {
    const answer = await fetch("/outbox/count").catch(() => null);
    const number = answer?.ok ? await answer.text() : mails.textContent;
    if (number !== mails.textContent) {
      mails.textContent = number;
      mails.hidden = number === "0";
      document.dispatchEvent(new Event("demo-mails"));
    }
  }
}, 3000);
