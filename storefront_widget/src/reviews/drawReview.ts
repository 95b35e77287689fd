import { counted } from "../counting";
import { icon, make } from "../markup";
import type { Deeds } from "./deeds";
import { drawAnswers } from "./drawAnswers";
import { drawPhotos } from "./drawPhotos";
import { drawStars } from "./drawStars";
import type { Aspect, Review } from "./facts";
import type { Words } from "./words";

const CHECK = "m5 12.5 4.5 4.5L19 7.5";

/** One review. Whatever a person wrote runs in its own direction and language. */
export function drawReview(
  tag: string,
  words: Words,
  aspects: readonly Aspect[],
  review: Review,
  deeds: Deeds,
): HTMLElement {
  const { author, createdAt, language, photos, reply, stars, text, title, variant } = review;
  const own = { dir: "auto", ...(language && { lang: language }) };
  return make(
    "li",
    { part: "review" },
    drawStars(stars, counted(tag, words.rating, stars)),
    title ? make("p", { ...own, part: "title" }, title) : null,
    ...(text ? clamped(words, make("p", { ...own, part: "review-text" }, text)) : []),
    drawAnswers(tag, aspects, review),
    photos.length
      ? drawPhotos(
          tag,
          words,
          photos.map((photo) => ({ ...photo, author, stars })),
          deeds,
        )
      : null,
    make(
      "div",
      { part: "by" },
      author ? make("bdi", { part: "author" }, author) : null,
      make("time", { part: "date", datetime: createdAt }, day(tag, createdAt)),
      review.isEdited ? make("span", {}, words.edited) : null,
      variant ? make("span", { part: "variant" }, ...around(words.bought, variant)) : null,
      review.incentivised ? make("span", { part: "incentivised" }, words.incentivised) : null,
      origin(words, review.verified),
    ),
    reply &&
      make(
        "div",
        { part: "reply" },
        make("p", { part: "by" }, `${words.reply}, `, make("time", { datetime: reply.at }, day(tag, reply.at))),
        make("p", { dir: "auto", part: "reply-text" }, reply.text),
      ),
    helpful(tag, words, review, deeds),
  );
}

/** Where it came from; what a verified buyer is can be read where it says so. */
function origin(words: Words, isVerified: boolean): HTMLElement {
  if (!isVerified) return make("span", { part: "imported" }, words.imported);
  const badge = make("summary", { part: "badge" }, icon("check", CHECK), words.verified);
  return make("details", { part: "verified" }, badge, make("span", { part: "meaning" }, words.meaning));
}

function helpful(tag: string, words: Words, review: Review, deeds: Deeds): HTMLElement | null {
  if (!review.id) return null;
  const label = counted(tag, words.helpful, review.helpful);
  const button = make(
    "button",
    { type: "button", part: "helpful", "aria-pressed": "false", "data-id": review.id },
    label,
  );
  button.addEventListener("click", () => deeds.vote(review, button));
  return button;
}

/** A phrase with a name in it, which may run the other way. */
function around(phrase: string, name: string): (Node | string)[] {
  const [before = "", after = ""] = phrase.split("{name}");
  return [before, make("bdi", {}, name), after];
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
