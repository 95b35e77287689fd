import { make } from "../markup";
import { type Message, newKey, type Refused } from "./conversation";
import { drawMessage } from "./drawMessage";
import { Field, SendButton } from "./fields";
import { type Draft, MOST_CHARACTERS } from "./letter";
import type { Words } from "./words";

/** Sends a text under a key: why it was refused, or null. */
export type Say = (text: string, key: string) => Promise<Refused | null>;

export interface ThreadPlace {
  readonly tag: string;
  readonly words: Words;
  /** The shop's name. */
  readonly shop: string;
  /** The ticket's, by which the shopper can name it elsewhere. */
  readonly number: number | null;
  readonly draft: Draft;
  readonly say: Say;
  readonly forget: () => void;
}

/** The conversation: what was said, and a box to say more. */
export class Thread {
  readonly element: HTMLElement;
  readonly #place: ThreadPlace;
  readonly #list = make("ul", { part: "messages" });
  readonly #log: HTMLElement;
  readonly #answer: Field;
  readonly #button: SendButton;
  readonly #fault = make("p", { part: "fault", role: "alert" });
  readonly #wait: HTMLElement;
  readonly #known = new Set<string>();
  #last: string | null = null;
  #isFilled = false;
  /** The key of a text that may have arrived although nobody said so; sent again it is still one message. */
  #sent: { text: string; key: string } | null = null;

  constructor(place: ThreadPlace) {
    const { words, draft, number, forget } = place;
    this.#place = place;
    this.#wait = make("p", { part: "hint" }, words.waiting);
    // What was said before is there to be read; only what comes from now on is announced.
    const title = number ? words.numbered.replace("{number}", `#${number}`) : words.conversation;
    const log = { part: "log", role: "log", "aria-live": "off", "aria-label": title, tabindex: "0" };
    this.#log = make("div", log, make("p", { part: "number", "aria-hidden": "true" }, title), this.#wait, this.#list);
    this.#answer = new Field("answer", words.answer, make("textarea", { rows: "2" }));
    this.#button = new SendButton(words.send, words.sending);
    const { control } = this.#answer;
    control.value = draft.answer;
    control.addEventListener("input", () => {
      draft.answer = control.value;
    });
    control.addEventListener("keydown", (pressed) => this.#sendByEnter(pressed as KeyboardEvent));
    const forgetting = make("button", { type: "button", part: "forget" }, words.forget);
    forgetting.addEventListener("click", forget);
    const row = make("div", { class: "row" }, forgetting, this.#button.element);
    const form = make("form", { part: "answer", novalidate: "" }, this.#answer.element, this.#fault, row);
    form.addEventListener("submit", (submitted) => {
      submitted.preventDefault();
      this.#submit();
    });
    this.element = make("div", { part: "thread" }, this.#log, form);
  }

  get box(): HTMLElement {
    return this.#answer.control;
  }

  get isFilled(): boolean {
    return this.#isFilled;
  }

  /** The newest message that is shown. */
  get last(): string | null {
    return this.#last;
  }

  /** Show these too; returns those that were not there. */
  add(messages: readonly Message[]): Message[] {
    const { tag, words, shop } = this.#place;
    const added = messages.filter(({ id }) => !this.#known.has(id));
    this.#wait.remove();
    for (const message of added) {
      this.#known.add(message.id);
      this.#last = message.id;
      if (message.text) this.#list.append(drawMessage(tag, words, shop, message, Date.now()));
    }
    if (added.length) this.showNewest();
    if (this.#isFilled) return added;
    this.#isFilled = true;
    // Once what was just added has gone by.
    setTimeout(() => this.#log.setAttribute("aria-live", "polite"));
    return added;
  }

  showNewest(): void {
    this.#log.scrollTop = this.#log.scrollHeight;
  }

  fill(draft: Draft): void {
    this.#answer.control.value = draft.answer;
  }

  #sendByEnter(pressed: KeyboardEvent): void {
    // On phones the key is the only way to a new line.
    if (pressed.key !== "Enter" || pressed.shiftKey || pressed.isComposing || !matchMedia("(pointer: fine)").matches)
      return;
    pressed.preventDefault();
    this.#submit();
  }

  async #submit(): Promise<void> {
    const { draft, say, words } = this.#place;
    const { text } = this.#answer;
    if (this.#button.isBusy || !text) return;
    this.#fault.textContent = "";
    this.#answer.tell(
      text.length > MOST_CHARACTERS ? words.textTooLong.replace("{most}", String(MOST_CHARACTERS)) : "",
    );
    if (text.length > MOST_CHARACTERS) return;
    if (this.#sent?.text !== text) this.#sent = { text, key: newKey() };
    const refused = await this.#button.during(say(text, this.#sent.key));
    if (refused) {
      this.#fault.textContent = { wrong: words.fieldWrong, gone: "", limited: words.limited, failed: words.failed }[
        refused.kind
      ];
      return;
    }
    this.#sent = null;
    if (this.#answer.text !== text) return; // the shopper is writing already what comes next
    draft.answer = "";
    this.fill(draft);
  }
}
