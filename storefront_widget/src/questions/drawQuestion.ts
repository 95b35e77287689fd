import { icon, make } from "../markup";
import type { Answer, Question } from "./facts";
import type { Words } from "./words";

const CHECK = "m5 12.5 4.5 4.5L19 7.5";

/** One question with its answers. Whatever a person wrote runs in its own direction. */
export function drawQuestion(tag: string, words: Words, question: Question, ...more: Element[]): HTMLElement {
  const { answers, author, createdAt, language, text } = question;
  return make(
    "li",
    { part: "question" },
    make("p", { part: "asked", dir: "auto", ...(language && { lang: language }) }, text),
    by(tag, author, createdAt),
    answers.length
      ? make("ul", { part: "answers" }, ...answers.map((answer) => drawAnswer(tag, words, answer)))
      : make("p", { part: "unanswered" }, words.unanswered),
    ...more,
  );
}

function drawAnswer(tag: string, words: Words, { author, createdAt, isBuyer, text }: Answer): HTMLElement {
  const who = isBuyer
    ? make("span", { part: "buyer" }, icon("check", CHECK), words.buyer)
    : make("span", { part: "shop" }, words.shop);
  return make(
    "li",
    { part: "answer" },
    make("p", { part: "said", dir: "auto" }, text),
    by(tag, author, createdAt, who),
  );
}

function by(tag: string, author: string, createdAt: string, ...who: Element[]): HTMLElement {
  const day = new Intl.DateTimeFormat(tag, { dateStyle: "medium" }).format(new Date(createdAt));
  return make(
    "p",
    { part: "by" },
    author ? make("bdi", { part: "author" }, author) : null,
    ...who,
    make("time", { part: "date", datetime: createdAt }, day),
  );
}
