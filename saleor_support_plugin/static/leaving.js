// The page /w/TOKEN: keeps the tap in the mail once somebody is surely there, for machines open every link of a mail; and
// every other choice as it is made. What calls a member of staff waits for the button.
const form = document.getElementById("leaving");
const noted = document.getElementById("noted");
const signs = ["pointermove", "pointerdown", "keydown", "scroll", "touchstart"];
const seconds = 3;
let kept = "";

const keep = async () => {
  const chosen = form.querySelector("input[name=r]:checked");
  noted.hidden = true;
  if (!chosen || "asks" in chosen.dataset) return;
  if (chosen.value !== kept) {
    const body = new URLSearchParams({ r: chosen.value, by: "script" });
    const answer = await fetch(location.pathname, { method: "POST", body }).catch(() => null);
    if (!answer?.ok) return;
    kept = chosen.value;
  }
  noted.hidden = false;
};

// A browser says that a mouse moves when a page comes up under one that lies still.
const liesStill = (event) => event?.type === "pointermove" && !event.movementX && !event.movementY;

const begin = (event) => {
  if (liesStill(event)) return;
  for (const sign of signs) window.removeEventListener(sign, begin);
  clearTimeout(timer);
  keep();
};

let timer = 0;
const wait = () => {
  if (document.visibilityState !== "visible" || document.prerendering || timer) return;
  for (const sign of signs) window.addEventListener(sign, begin, { passive: true });
  timer = setTimeout(begin, seconds * 1000);
};

form.addEventListener("change", (event) => {
  if (event.target.name === "r") keep();
});
document.addEventListener("visibilitychange", wait);
document.addEventListener("prerenderingchange", wait);
wait();
