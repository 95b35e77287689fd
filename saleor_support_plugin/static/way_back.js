// The page /b/TOKEN: opens the basket by itself as soon as somebody sees it. A page that is only made ready stays as it is,
// and whoever comes back to it by the browser's own button is not sent away again.
const form = document.getElementById("back");

const open = () => {
  if (document.visibilityState !== "visible" || document.prerendering) return;
  document.removeEventListener("visibilitychange", open);
  document.removeEventListener("prerenderingchange", open);
  form.requestSubmit();
};

form.addEventListener("submit", () => {
  form.querySelector("button").disabled = true;
});
window.addEventListener("pageshow", () => {
  form.querySelector("button").disabled = false;
});

if (performance.getEntriesByType("navigation")[0]?.type !== "back_forward") {
  document.addEventListener("visibilitychange", open);
  document.addEventListener("prerenderingchange", open);
  open();
}
