import { make } from "../markup";
import { Chip } from "./chip";
import { type Draft, sentenceOf } from "./desk";
import type { Fault, Refused } from "./door";
import { Field, SendButton } from "./fields";
import { type Context, siteNow } from "./here";
import type { Words } from "./words";

// As the service takes it (docs/storefront.md).
export const MOST_CHARACTERS = 5_000;

/** Sends what is in the draft: why it was refused, or null. */
export type Send = (context: Context | null) => Promise<Refused | null>;

type Name = "text" | "email" | "name";

export interface LetterPlace {
  readonly words: Words;
  readonly draft: Draft;
  readonly context: Context | null;
  readonly title: string;
  readonly hint: string;
  /** Whether the answer needs an address; in a chat it comes here. */
  readonly hasEmail: boolean;
  /** Other ways to the shop stand above it. */
  readonly hasWays: boolean;
  /** A button to do something else instead. */
  readonly instead: HTMLElement | null;
  readonly send: Send;
}

/** The form of a first message. */
export class Letter {
  readonly element: HTMLFormElement;
  readonly #words: Words;
  readonly #chip: Chip;
  readonly #fields: Readonly<Partial<Record<Name, Field>>>;
  readonly #site = make("input", { type: "checkbox", name: "site" });
  readonly #fault = make("p", { part: "fault", role: "alert" });
  readonly #button: SendButton;
  readonly #hasWays: boolean;
  readonly #send: Send;

  constructor({ context, draft, hasEmail, hasWays, hint, instead, send, title, words }: LetterPlace) {
    this.#words = words;
    this.#chip = new Chip(words, context);
    this.#hasWays = hasWays;
    this.#send = send;
    this.#button = new SendButton(words.send, words.sending);
    this.#fields = {
      text: new Field("text", words.text, make("textarea", { rows: "4", required: "" })),
      ...(hasEmail && {
        email: new Field("email", words.address, make("input", { type: "email", autocomplete: "email", required: "" })),
      }),
      name: new Field("name", words.name, make("input", { autocomplete: "name", maxlength: "100" })),
    };
    for (const [name, { control }] of entries(this.#fields)) {
      control.value = draft[name];
      control.addEventListener("input", () => {
        draft[name] = control.value;
      });
    }
    const row = make("div", { class: "row" }, instead, this.#button.element);
    const fields = entries(this.#fields).map(([, { element }]) => element);
    const parts = [make("h3", {}, title), make("p", { part: "hint" }, hint), this.#chip.element];
    this.#site.checked = !!draft.site;
    this.#site.addEventListener("change", () => {
      draft.site = this.#site.checked ? siteNow() : undefined;
    });
    const site = make("label", { part: "site" }, this.#site, make("span", {}, words.siteProblem));
    this.element = make("form", { part: "form", novalidate: "" }, ...parts, ...fields, site, this.#fault, row);
    this.element.addEventListener("submit", (submitted) => {
      submitted.preventDefault();
      this.#submit();
    });
  }

  /** Show the draft as it is now. */
  fill(draft: Draft): void {
    for (const [name, { control }] of entries(this.#fields)) control.value = draft[name];
    this.#site.checked = !!draft.site;
  }

  async #submit(): Promise<void> {
    if (this.#button.isBusy) return;
    this.#fault.textContent = "";
    const faults = this.#faults();
    if (faults.length) return this.#showFaults(faults);
    this.#showFaults([]);
    const refused = await this.#button.during(this.#send(this.#chip.context));
    if (!refused) return;
    if (refused.kind === "wrong") this.#showFaults(refused.faults);
    else this.#fault.textContent = this.#sentence(refused.kind);
  }

  /** What is wrong at first sight; the service has the last word. */
  #faults(): Fault[] {
    const { text, email } = this.#fields;
    const faults: Fault[] = [];
    if (!text?.text) faults.push({ field: "text", code: "REQUIRED" });
    else if (text.text.length > MOST_CHARACTERS) faults.push({ field: "text", code: "TOO_LONG" });
    if (email && !email.text) faults.push({ field: "email", code: "REQUIRED" });
    else if (email && !/^\S+@\S+\.\S+$/.test(email.text)) faults.push({ field: "email", code: "INVALID" });
    return faults;
  }

  #showFaults(faults: readonly Fault[]): void {
    for (const [name, field] of entries(this.#fields)) {
      const fault = faults.find((one) => one.field === name);
      field.tell(fault ? this.#faultSentence(fault) : "");
    }
    const wrong = entries(this.#fields).find(([name]) => faults.some((one) => one.field === name));
    wrong?.[1].control.focus();
    if (faults.length && !wrong) this.#fault.textContent = this.#words.fieldWrong;
  }

  #faultSentence({ field, code }: Fault): string {
    const words = this.#words;
    const sentences: Readonly<Record<string, string>> = {
      "text REQUIRED": words.textMissing,
      "text TOO_LONG": words.textTooLong.replace("{most}", String(MOST_CHARACTERS)),
      "text WORDS": words.otherWords,
      "email REQUIRED": words.addressMissing,
      "email INVALID": words.addressWrong,
    };
    return sentences[`${field} ${code}`] ?? words.fieldWrong;
  }

  #sentence(kind: Refused["kind"]): string {
    const sentence = sentenceOf(this.#words, kind);
    return this.#hasWays ? `${sentence} ${this.#words.failedWays}` : sentence;
  }
}

function entries<Key extends string, Value>(record: Readonly<Partial<Record<Key, Value>>>): [Key, Value][] {
  return Object.entries(record) as [Key, Value][];
}
