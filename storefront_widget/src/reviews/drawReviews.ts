import { counted } from "../counting";
import { base } from "../language";
import { icon, make } from "../markup";
import { drawReview } from "./drawReview";
import { drawStars } from "./drawStars";
import { type Reviews, STARS } from "./facts";
import { en, WORDS, type Words } from "./words";

const CHEVRON = "m6 9 6 6 6-6";
// Of fewer, each is read sooner than a distribution is understood.
const FEWEST_FOR_HISTOGRAM = 6;
const SHOWN_FIRST = 5;

/** The average in a line, and under it, open or behind a button, how the stars are spread and what was written. */
export function drawReviews(tag: string, reviews: Reviews, isOpen: boolean): HTMLElement {
  const words = WORDS[base(tag)] ?? en;
  const { average, count } = reviews;
  if (average === null) return make("div", { lang: tag, class: "reviews" }, line(quiet(words)));
  const body = make("div", { part: "body", id: "body" });
  if (count >= FEWEST_FOR_HISTOGRAM) body.append(histogram(tag, words, reviews));
  body.append(...list(tag, words, reviews));
  const summary = line(drawStars(average, counted(tag, words.rating, average)), sentence(tag, words, average, count));
  if (!isOpen) summary.append(disclosure(words, body));
  return make("div", { lang: tag, class: "reviews" }, summary, body);
}

function line(...children: (Element | null)[]): HTMLElement {
  return make("div", { part: "line", class: "line" }, ...children);
}

function quiet(words: Words): HTMLElement {
  return make("p", { part: "empty" }, make("bdi", { dir: words.dir }, words.none));
}

function sentence(tag: string, words: Words, average: number, count: number): HTMLElement {
  const shown = new Intl.NumberFormat(tag, { minimumFractionDigits: 1 }).format(average);
  return make(
    "p",
    { part: "text" },
    // The stars have said it already to those who hear the page.
    make("b", { part: "average", "aria-hidden": "true" }, shown),
    make("bdi", { part: "count", dir: words.dir }, counted(tag, words.count, count)),
  );
}

function histogram(tag: string, words: Words, { count, stars }: Reviews): HTMLElement {
  const rows = STARS.map((of) => {
    const full = make("span", { part: "bar-full" });
    full.style.setProperty("inline-size", `${(stars[of] / count) * 100}%`);
    return make(
      "li",
      { part: "histogram-row" },
      make("span", {}, counted(tag, words.stars, of)),
      make("span", { part: "bar", "aria-hidden": "true" }, full),
      make("span", { part: "histogram-count" }, new Intl.NumberFormat(tag).format(stars[of])),
    );
  });
  return make("ul", { part: "histogram" }, ...rows);
}

function list(tag: string, words: Words, { count, newest }: Reviews): HTMLElement[] {
  const items = newest.map((review) => drawReview(tag, review));
  const shown = make("ul", { part: "list", "aria-label": words.list }, ...items.slice(0, SHOWN_FIRST));
  const rest = items.slice(SHOWN_FIRST);
  const note = make("p", { part: "note" }, counted(tag, words.newest, newest.length));
  note.hidden = rest.length > 0 || newest.length >= count;
  if (!rest.length) return [shown, note];
  const all = make("button", { type: "button", part: "all" }, counted(tag, words.all, rest.length));
  all.addEventListener("click", () => {
    shown.append(...rest);
    all.remove();
    note.hidden = newest.length >= count;
    // The button is gone: whoever pressed it by keyboard reads on where it stood.
    rest[0]?.setAttribute("tabindex", "-1");
    rest[0]?.focus();
  });
  return [shown, all, note];
}

function disclosure(words: Words, body: HTMLElement): HTMLElement {
  const attributes = { type: "button", part: "button", "aria-controls": body.id, "aria-expanded": "false" };
  const button = make("button", attributes, make("span", {}, words.read), icon("chevron", CHEVRON));
  body.hidden = true;
  button.addEventListener("click", () => {
    body.hidden = !body.hidden;
    button.setAttribute("aria-expanded", String(!body.hidden));
  });
  return button;
}
