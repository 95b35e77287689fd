import { counted } from "../counting";
import { base } from "../language";
import { icon, make } from "../markup";
import type { Deeds, Sort } from "./deeds";
import { drawAbout } from "./drawAbout";
import { drawPhotos } from "./drawPhotos";
import { drawStars } from "./drawStars";
import { type Reviews, STARS } from "./facts";
import type { ReviewList } from "./reviewList";
import { en, WORDS, type Words } from "./words";

const CHEVRON = "m6 9 6 6 6-6";
// Of fewer, each is read sooner than a distribution is understood.
const FEWEST_FOR_HISTOGRAM = 6;

export function wordsOf(tag: string): Words {
  return WORDS[base(tag)] ?? en;
}

/** The average in a line, and under it, open or behind a button, all that buyers said. */
export function drawReviews(
  tag: string,
  reviews: Reviews,
  isOpen: boolean,
  list: ReviewList,
  deeds: Deeds,
): HTMLElement {
  const words = wordsOf(tag);
  const { average, count } = reviews;
  if (average === null) return make("div", { lang: tag, class: "reviews" }, line(quiet(words)));
  const body = make(
    "div",
    { part: "body", id: "body" },
    count >= FEWEST_FOR_HISTOGRAM ? histogram(tag, words, reviews, deeds) : null,
    drawQuote(reviews),
    drawPraise(tag, words, reviews, deeds),
    strip(tag, words, reviews, deeds),
    tools(words, count, deeds),
    // There from the start, or what is said in it later would not be heard.
    make("p", { part: "matching", role: "status" }),
    list.element,
    list.button,
    drawAbout(tag, words, reviews),
  );
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

/** Each row chooses the reviews of so many stars. */
function histogram(tag: string, words: Words, { count, stars }: Reviews, deeds: Deeds): HTMLElement {
  const rows = STARS.map((of) => {
    const full = make("span", { part: "bar-full" });
    full.style.setProperty("inline-size", `${(stars[of] / count) * 100}%`);
    const row = pressed(
      "histogram-row",
      `stars ${of}`,
      make("span", {}, counted(tag, words.stars, of)),
      make("span", { part: "bar", "aria-hidden": "true" }, full),
      make("span", { part: "histogram-count" }, new Intl.NumberFormat(tag).format(stars[of])),
    );
    row.disabled = !stars[of];
    row.addEventListener("click", () => deeds.choose({ stars: of }));
    return make("li", {}, row);
  });
  return make("ul", { part: "histogram", "aria-label": words.histogram }, ...rows);
}

function drawQuote({ quote }: Reviews): HTMLElement | null {
  if (!quote) return null;
  const own = { dir: "auto", ...(quote.language && { lang: quote.language }) };
  const author = quote.author ? make("figcaption", { part: "by" }, make("bdi", {}, quote.author)) : null;
  return make("figure", { part: "quote" }, make("blockquote", own, quote.text), author);
}

/** Words that buyers use, with how many do; each chooses their reviews. Another language's are not understood. */
function drawPraise(tag: string, words: Words, { praise }: Reviews, deeds: Deeds): HTMLElement | null {
  const own = praise.filter(({ language }) => language === base(tag));
  if (!own.length) return null;
  const items = own.map(({ word, reviews }) => {
    const button = pressed("praise-word", `about ${word}`, `${word} (${new Intl.NumberFormat(tag).format(reviews)})`);
    button.addEventListener("click", () => deeds.choose({ about: word }));
    return make("li", {}, button);
  });
  return make(
    "div",
    { part: "praise" },
    make("p", { part: "label", id: "praise" }, words.praise),
    make("ul", { part: "praise-words", "aria-labelledby": "praise" }, ...items),
  );
}

function strip(tag: string, words: Words, { photos }: Reviews, deeds: Deeds): HTMLElement | null {
  if (!photos.length) return null;
  const button = pressed("with-photos", "photos", words.withPhotos);
  button.addEventListener("click", () => deeds.choose({ photos: true }));
  return make("div", { part: "strip" }, button, drawPhotos(tag, words, photos, deeds));
}

function tools(words: Words, count: number, deeds: Deeds): HTMLElement | null {
  if (count < 2) return null;
  const sorts = Object.entries(words.sorts).map(([sort, name]) => make("option", { value: sort }, name));
  const select = make("select", { part: "sort", "aria-label": words.sort }, ...sorts);
  select.addEventListener("change", () => deeds.choose({ sort: select.value as Sort }));
  return make("div", { part: "tools" }, select, make("div", { part: "chips" }));
}

/** A button that is pressed while what it chooses is chosen: `choice` says what that is. */
function pressed(part: string, choice: string, ...children: (Node | string)[]): HTMLButtonElement {
  return make("button", { type: "button", part, "aria-pressed": "false", "data-choice": choice }, ...children);
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
