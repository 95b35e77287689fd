import { make } from "../markup";
import type { Fault, Refused } from "./conversation";
import { Field, SendButton } from "./fields";
import type { Words } from "./words";

/** What the shopper is writing; kept as long as the page lives. */
export interface Draft {
  text: string;
  email: string;
  name: string;
  answer: string;
}

// As the service takes it (docs/storefront.md).
export const MOST_CHARACTERS = 5_000;

/** Sends what is in the draft: why it was refused, or null. */
export type Send = () => Promise<Refused | null>;

/** The form. `hasWays` says that other ways to the shop stand above it. */
export class Letter {
  readonly element: HTMLFormElement;
  readonly #words: Words;
  readonly #fields: Readonly<Record<"text" | "email" | "name", Field>>;
  readonly #fault = make("p", { part: "fault", role: "alert" });
  readonly #button: SendButton;
  readonly #hasWays: boolean;
  readonly #send: Send;

  constructor(words: Words, draft: Draft, hasWays: boolean, send: Send) {
    this.#words = words;
    this.#hasWays = hasWays;
    this.#send = send;
    this.#button = new SendButton(words.send, words.sending);
    this.#fields = {
      text: new Field("text", words.text, make("textarea", { rows: "4", required: "" })),
      email: new Field("email", words.address, make("input", { type: "email", autocomplete: "email", required: "" })),
      name: new Field("name", words.name, make("input", { autocomplete: "name", maxlength: "100" })),
    };
    for (const [name, { control }] of entries(this.#fields)) {
      control.value = draft[name];
      control.addEventListener("input", () => {
        draft[name] = control.value;
      });
    }
    const { text, email, name } = this.#fields;
    const row = make("div", { class: "row" }, this.#button.element);
    const parts = [make("h3", {}, words.write), make("p", { part: "hint" }, words.answered)];
    const all = [...parts, text.element, email.element, name.element, this.#fault, row];
    this.element = make("form", { part: "form", novalidate: "" }, ...all);
    this.element.addEventListener("submit", (submitted) => {
      submitted.preventDefault();
      this.#submit();
    });
  }

  /** Show the draft as it is now. */
  fill(draft: Draft): void {
    for (const [name, { control }] of entries(this.#fields)) control.value = draft[name];
  }

  async #submit(): Promise<void> {
    if (this.#button.isBusy) return;
    this.#fault.textContent = "";
    const faults = this.#faults();
    if (faults.length) return this.#showFaults(faults);
    this.#showFaults([]);
    const refused = await this.#button.during(this.#send());
    if (!refused) return;
    if (refused.kind === "wrong") this.#showFaults(refused.faults);
    else this.#fault.textContent = this.#sentence(refused.kind);
  }

  /** What is wrong at first sight; the service has the last word. */
  #faults(): Fault[] {
    const { text, email } = this.#fields;
    const faults: Fault[] = [];
    if (!text.text) faults.push({ field: "text", code: "REQUIRED" });
    if (text.text.length > MOST_CHARACTERS) faults.push({ field: "text", code: "TOO_LONG" });
    if (!email.text) faults.push({ field: "email", code: "REQUIRED" });
    else if (!/^\S+@\S+\.\S+$/.test(email.text)) faults.push({ field: "email", code: "INVALID" });
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
      "email REQUIRED": words.addressMissing,
      "email INVALID": words.addressWrong,
    };
    return sentences[`${field} ${code}`] ?? words.fieldWrong;
  }

  #sentence(kind: "limited" | "gone" | "failed"): string {
    const { failed, failedWays, limited } = this.#words;
    const sentence = kind === "limited" ? limited : failed;
    return this.#hasWays ? `${sentence} ${failedWays}` : sentence;
  }
}

function entries<Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] {
  return Object.entries(record) as [Key, Value][];
}
