import { counted } from "../counting";
import { base } from "../language";
import { icon, make } from "../markup";
import { drawStars } from "./drawStars";
import type { Review } from "./facts";
import { en, WORDS, type Words } from "./words";

const CHECK = "m5 12.5 4.5 4.5L19 7.5";

/** One review. Whatever a person wrote runs in its own direction and language. */
export function drawReview(tag: string, review: Review): HTMLElement {
  const words = WORDS[base(tag)] ?? en;
  const { author, createdAt, language, stars, text, title, verified } = review;
  const own = { dir: "auto", ...(language && { lang: language }) };
  return make(
    "li",
    { part: "review" },
    drawStars(stars, counted(tag, words.rating, stars)),
    title ? make("p", { ...own, part: "title" }, title) : null,
    ...(text ? clamped(words, make("p", { ...own, part: "review-text" }, text)) : []),
    make(
      "p",
      { part: "by" },
      author ? make("bdi", { part: "author" }, author) : null,
      make("time", { part: "date", datetime: createdAt }, day(tag, createdAt)),
      verified ? make("span", { part: "verified" }, icon("check", CHECK), words.verified) : null,
    ),
  );
}

/** A text of many lines is cut, with a button that shows the rest of it. */
function clamped(words: Words, text: HTMLElement): HTMLElement[] {
  const more = make("button", { type: "button", part: "more", "aria-expanded": "false" }, words.more);
  more.hidden = true;
  text.classList.add("cut");
  more.addEventListener("click", () => {
    const isCut = text.classList.toggle("cut");
    more.setAttribute("aria-expanded", String(!isCut));
    more.textContent = isCut ? words.more : words.less;
  });
  // How many lines there are is known once it stands on the page, and changes with its width.
  new ResizeObserver(() => {
    if (text.classList.contains("cut")) more.hidden = text.scrollHeight <= text.clientHeight + 1;
  }).observe(text);
  return [text, more];
}

function day(tag: string, instant: string): string {
  return new Intl.DateTimeFormat(tag, { dateStyle: "medium" }).format(new Date(instant));
}
