import { Field, SendButton } from "../chat/fields";
import { make } from "../markup";
import type { Fault, Sent } from "./sending";
import type { Words } from "./words";

export { send } from "./sending";

type Name = "text" | "author" | "email";

/** What a form is for. `text` names its largest field, `most` says how much of it the service takes. */
export interface Purpose {
  readonly name: string;
  readonly text: string;
  readonly hint: string;
  readonly most: number;
  /** Whether an address is asked for, to tell them of an answer. */
  readonly tells: boolean;
}

/** A form to ask or answer with: what was typed stays until it has arrived. */
export class Writing {
  readonly element: HTMLFormElement;
  readonly #words: Words;
  readonly #purpose: Purpose;
  readonly #fields = new Map<Name, Field>();
  readonly #fault = make("p", { part: "fault", role: "alert" });
  readonly #button: SendButton;

  constructor(words: Words, purpose: Purpose, submit: (given: object) => Promise<Sent>, done: (sent: boolean) => void) {
    this.#words = words;
    this.#purpose = purpose;
    this.#button = new SendButton(words.send, words.sending);
    this.#add("text", purpose.text, make("textarea", { rows: "3", required: "" }));
    this.#add("author", words.name, make("input", { autocomplete: "given-name", maxlength: "80" }));
    if (purpose.tells) this.#add("email", words.address, make("input", { type: "email", autocomplete: "email" }));
    const cancel = make("button", { type: "button", part: "cancel" }, words.cancel);
    cancel.addEventListener("click", () => done(false));
    this.element = make(
      "form",
      { part: "form", novalidate: "" },
      purpose.hint ? make("p", { part: "hint" }, purpose.hint) : null,
      ...[...this.#fields.values()].map(({ element }) => element),
      this.#fault,
      make("div", { class: "row" }, this.#button.element, cancel),
    );
    this.element.addEventListener("keydown", (pressed) => pressed.key === "Escape" && done(false));
    this.element.addEventListener("submit", async (submitted) => {
      submitted.preventDefault();
      if (this.#button.isBusy || this.#tell(this.#faults())) return;
      const sent = await this.#button.during(submit(this.#given()));
      if (sent === "done") done(true);
      else if (typeof sent !== "string") this.#tell(sent);
      else this.#fault.textContent = words[sent];
    });
  }

  focus(): void {
    this.#fields.get("text")?.control.focus();
  }

  #add(name: Name, label: string, control: HTMLInputElement | HTMLTextAreaElement): void {
    const field = new Field(`${this.#purpose.name}-${name}`, label, control);
    field.element.classList.add("field");
    this.#fields.set(name, field);
  }

  #given(): object {
    return Object.fromEntries([...this.#fields].map(([name, { text }]) => [name, text]));
  }

  /** What is wrong at first sight; the service has the last word. */
  #faults(): Fault[] {
    const [text, email] = [this.#fields.get("text")?.text ?? "", this.#fields.get("email")?.text];
    const faults: Fault[] = [];
    if (!text) faults.push({ field: "text", code: "REQUIRED" });
    if (text.length > this.#purpose.most) faults.push({ field: "text", code: "TOO_LONG" });
    if (email && !/^\S+@\S+\.\S+$/.test(email)) faults.push({ field: "email", code: "INVALID" });
    return faults;
  }

  /** Say what is wrong, and bring the keyboard there; whether anything is. */
  #tell(faults: readonly Fault[]): boolean {
    const { addressWrong, failed, missing, tooLong } = this.#words;
    const sentences: Readonly<Record<string, string>> = { REQUIRED: missing, INVALID: addressWrong };
    let first: Field | undefined;
    for (const [name, field] of this.#fields) {
      const fault = faults.find((one) => one.field === name);
      field.tell(fault ? (sentences[fault.code] ?? tooLong.replace("{most}", String(this.#purpose.most))) : "");
      if (fault) first ??= field;
    }
    first?.control.focus();
    this.#fault.textContent = faults.length && !first ? failed : "";
    return faults.length > 0;
  }
}
