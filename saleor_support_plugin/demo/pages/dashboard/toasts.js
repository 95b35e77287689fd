// The Dashboard's notifications: five seconds, errors stay, at most three, same status and title replace each other.

const MOST = 3;
const SECONDS = 5;

export function showToast({ status = "info", title, text, apiMessage }) {
  const holder = document.getElementById("toasts");
  const heading = title || status;
  for (const old of holder.children) {
    if (old.dataset.key === `${status} ${heading}`) {
      old.remove();
      break;
    }
  }
  const toast = document.createElement("div");
  toast.className = `toast ${status}`;
  toast.dataset.key = `${status} ${heading}`;
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "✕";
  close.setAttribute("aria-label", heading);
  close.addEventListener("click", () => toast.remove());
  const strong = document.createElement("strong");
  strong.textContent = heading;
  const words = document.createElement("p");
  words.textContent = text || apiMessage || "";
  toast.append(close, strong, words);
  holder.append(toast);
  while (holder.children.length > MOST) {
    holder.firstElementChild.remove();
  }
  if (status !== "error") {
    setTimeout(() => toast.remove(), SECONDS * 1000);
  }
}
