import { Asking, ask } from "../asking";
import { counted } from "../counting";
import { tokenOf } from "../identity";
import { base } from "../language";
import { icon, make } from "../markup";
import { addressOf, type Open, type Place, tagOf, type View } from "../place";
import { wear } from "../sheet";
import { drawQuestion } from "./drawQuestion";
import { type Question, type Questions, readQuestions } from "./facts";
import css from "./support-questions.css?inline";
import { en, WORDS, type Words } from "./words";
import type { Writing } from "./writing";

export const open: Open = (place) => new QuestionsAboutProduct(place);

type Parts = typeof import("./writing");

const CHEVRON = "m6 9 6 6 6-6";
// As the service takes them (docs/questions.md).
const MOST_QUESTION = 1_000;
const MOST_ANSWER = 2_000;

class QuestionsAboutProduct implements View {
  readonly #place: Place;
  readonly #asking = new Asking(readQuestions, (questions) => {
    this.#take(questions);
    this.#tell();
  });
  #questions: Questions | null = null;
  #drawn: HTMLElement | null = null;
  /** What is drawn is right for: the language, and whether somebody is signed in to the shop. */
  #drawnFor = "";

  constructor(place: Place) {
    this.#place = place;
    wear(place.root, css);
  }

  update(): void {
    const product = this.#product();
    const address = product ? addressOf(this.#place, "questions", product) : null;
    if (this.#asking.at(address)) {
      if (address === null) this.#take(null);
      else this.#drawn?.classList.add("old");
    } else if (!this.#asking.isUnderWay) this.#draw();
  }

  pause(): void {
    this.#asking.pause();
  }

  #product(): string {
    return this.#place.host.getAttribute("product") ?? "";
  }

  #take(questions: Questions | null): void {
    this.#questions = questions;
    this.#drawnFor = "";
    this.#draw();
  }

  #draw(): void {
    const tag = tagOf(this.#place, WORDS);
    const drawnFor = `${tag} ${tokenOf(this.#place.page) !== null}`;
    if (drawnFor === this.#drawnFor) return;
    this.#drawnFor = drawnFor;
    const drawn = this.#questions && this.#drawAll(tag, this.#questions);
    this.#place.root.replaceChildren(...(drawn ? [drawn] : []));
    this.#drawn = drawn;
    this.#place.shows(drawn !== null);
  }

  #drawAll(tag: string, { after, count, page }: Questions): HTMLElement {
    const words = WORDS[base(tag)] ?? en;
    const said = make("p", { part: "thanks", role: "status" });
    const slot = make("div", {});
    const list = make("ul", { part: "list", "aria-label": words.list });
    list.append(...page.map((question) => this.#drawOne(tag, words, question)));
    const body = make("div", { part: "body", id: "body" }, list);
    if (after) body.append(this.#more(tag, words, list, after));
    const asks = make("button", { type: "button", part: "ask", "aria-expanded": "false" }, words.ask);
    this.#opens(asks, slot, said, [words.asked, words.closed], (parts, done) => this.#questionForm(words, parts, done));
    const text = count ? counted(tag, words.count, count) : words.none;
    const line = make(
      "div",
      { part: "line" },
      make("p", { part: "text" }, make("bdi", { dir: words.dir }, text)),
      asks,
    );
    if (count && !this.#isOpen()) line.append(disclosure(words, body));
    return make("div", { lang: tag, class: "questions" }, line, slot, said, ...(count ? [body] : []));
  }

  #drawOne(tag: string, words: Words, question: Question): HTMLElement {
    if (tokenOf(this.#place.page) === null) return drawQuestion(tag, words, question);
    const said = make("p", { part: "thanks", role: "status" });
    const slot = make("div", {});
    const button = make("button", { type: "button", part: "answer-button", "aria-expanded": "false" }, words.answer);
    this.#opens(button, slot, said, [words.answered, words.closed], (parts, done) =>
      this.#answerForm(words, question.id, parts, done),
    );
    return drawQuestion(tag, words, question, button, slot, said);
  }

  /** A button that opens a form under it, and thanks for what was sent. */
  #opens(
    button: HTMLElement,
    slot: HTMLElement,
    said: HTMLElement,
    [thanks, failed]: readonly [string, string],
    draw: (parts: Parts, done: (sent: boolean) => void) => Writing,
  ): void {
    let form: Writing | null = null;
    const show = (isShown: boolean) => {
      button.setAttribute("aria-expanded", String(isShown));
      slot.replaceChildren(...(isShown && form ? [form.element] : []));
    };
    const done = (sent: boolean) => {
      show(false);
      if (sent) form = null;
      said.textContent = sent ? thanks : "";
      button.focus();
    };
    button.addEventListener("click", async () => {
      const isShown = button.getAttribute("aria-expanded") === "false";
      try {
        form ??= draw(await import("./writing"), done);
      } catch {
        said.textContent = failed; // our server is out of reach
        return;
      }
      said.textContent = "";
      show(isShown);
      if (isShown) form.focus();
    });
  }

  #questionForm(words: Words, { Writing, send }: Parts, done: (sent: boolean) => void): Writing {
    const purpose = {
      name: "question",
      text: words.question,
      hint: words.questionHint,
      most: MOST_QUESTION,
      tells: true,
    };
    const product = this.#product();
    return new Writing(
      words,
      purpose,
      (given) => send(this.#door("questions"), this.#said({ product, ...given })),
      done,
    );
  }

  #answerForm(words: Words, question: string, { Writing, send }: Parts, done: (sent: boolean) => void): Writing {
    const purpose = { name: `answer-${question}`, text: words.yourAnswer, hint: "", most: MOST_ANSWER, tells: false };
    const { page } = this.#place;
    return new Writing(
      words,
      purpose,
      (given) => send(this.#door("answers"), this.#said({ question, ...given }), tokenOf(page)),
      done,
    );
  }

  #door(name: "questions" | "answers"): string {
    return addressOf(this.#place, name) ?? "";
  }

  #said(given: object): object {
    return { locale: tagOf(this.#place, WORDS), ...given };
  }

  #more(tag: string, words: Words, list: HTMLElement, first: string): HTMLElement {
    let after: string | null = first;
    const button = make("button", { type: "button", part: "more" }, words.more);
    button.addEventListener("click", async () => {
      const address = addressOf(this.#place, "questions", this.#product());
      if (button.getAttribute("aria-disabled") === "true" || !address || after === null) return;
      button.setAttribute("aria-disabled", "true");
      const next = readQuestions(await ask(`${address}?after=${encodeURIComponent(after)}`));
      button.setAttribute("aria-disabled", "false");
      if (!next) return;
      after = next.after;
      const drawn = next.page.map((question) => this.#drawOne(tag, words, question));
      list.append(...drawn);
      // Whoever pressed it by keyboard reads on at what is new.
      drawn[0]?.setAttribute("tabindex", "-1");
      drawn[0]?.focus();
      if (after === null) button.remove();
    });
    return button;
  }

  /** Whether there is room: where the shopper sees what comes next on the page, that would be pushed away. */
  #isOpen(): boolean {
    const body = this.#drawn?.querySelector<HTMLElement>("#body");
    if (body) return !body.hidden;
    return this.#place.host.getBoundingClientRect().bottom >= window.innerHeight;
  }

  #tell(): void {
    const { host, page } = this.#place;
    page.tell("questions", { product: this.#product(), count: this.#questions?.count ?? 0 }, host);
  }
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
