import { make } from "../markup";
import { instant, isRecord } from "../reading";
import type { About } from "./about";
import { Chip } from "./chip";
import { sentenceOf } from "./desk";
import type { Fault, Refused } from "./door";
import { Field, SendButton } from "./fields";
import type { MoreWords as Words } from "./moreWords";

/** A half hour in which the shop can call; milliseconds. */
export interface Slot {
  readonly from: number;
  readonly to: number;
}

export interface Wish {
  readonly phone: string;
  readonly name: string;
  readonly text: string;
  readonly at: string;
  readonly about: About | null;
  /** The same wish again under the same key is one call. */
  readonly key: string;
}

/** Sends the wish: why it was refused, or null. `ended` says that the time has gone. */
type Send = (wish: Wish, slot: Slot) => Promise<Refused | null>;

export function readSlots(body: unknown): Slot[] {
  if (!isRecord(body) || !Array.isArray(body.slots)) return [];
  const slots = body.slots.filter(isRecord).map(({ from, to }) => ({ from: instant(from), to: instant(to) }));
  return slots.filter(({ from, to }) => from < to);
}

export function slotWords(tag: string, { from, to }: Slot): string {
  const format = new Intl.DateTimeFormat(tag, {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  return format.formatRange(from, to);
}

/** The form of somebody who wants to be called: a number, and one of the shop's times. */
export class CallForm {
  readonly element: HTMLFormElement;
  readonly #words: Words;
  readonly #tag: string;
  readonly #chip: Chip;
  readonly #times = make("select", { id: "field-at", name: "at", part: "input" });
  readonly #fields: Readonly<Record<"phone" | "name" | "text", Field>>;
  readonly #fault = make("p", { part: "fault", role: "alert" });
  readonly #button: SendButton;
  readonly #send: Send;
  readonly #key: string;
  #slots: readonly Slot[] = [];

  constructor(tag: string, words: Words, about: About | null, key: string, send: Send, back: () => void) {
    this.#key = key;
    this.#tag = tag;
    this.#words = words;
    this.#send = send;
    this.#chip = new Chip(words, about && { about, checkout: "" });
    this.#button = new SendButton(words.callMe, words.sending);
    this.#fields = {
      phone: new Field("phone", words.number, make("input", { type: "tel", autocomplete: "tel", required: "" })),
      name: new Field("name", words.name, make("input", { autocomplete: "name", maxlength: "100" })),
      text: new Field("text", words.callAbout, make("textarea", { rows: "2" })),
    };
    const { phone, name, text } = this.#fields;
    const time = make("div", { part: "field" }, make("label", { for: "field-at" }, words.callAt), this.#times);
    const cancel = make("button", { type: "button", part: "undo" }, words.back);
    cancel.addEventListener("click", back);
    const row = make("div", { class: "row" }, this.#button.element, cancel);
    const all = [this.#chip.element, phone.element, time, name.element, text.element, this.#fault, row];
    this.element = make("form", { part: "form", novalidate: "" }, make("h3", {}, words.callback), ...all);
    this.element.addEventListener("submit", (submitted) => {
      submitted.preventDefault();
      this.#submit();
    });
  }

  /** The times to choose from; where there are none, that is said. */
  offer(slots: readonly Slot[]): void {
    this.#slots = slots;
    const options = slots.map((slot, index) => make("option", { value: String(index) }, slotWords(this.#tag, slot)));
    this.#times.replaceChildren(...options);
    if (!slots.length) this.#fault.textContent = this.#words.noTimes;
  }

  focus(): void {
    this.#fields.phone.control.focus();
  }

  async #submit(): Promise<void> {
    const slot = this.#slots[Number(this.#times.value)];
    if (this.#button.isBusy || !slot) return;
    const [phone, name, text] = [this.#fields.phone.text, this.#fields.name.text, this.#fields.text.text];
    this.#showFaults(phone ? [] : [{ field: "phone", code: "REQUIRED" }]);
    if (!phone) return;
    const wish = {
      phone,
      name,
      text,
      at: new Date(slot.from).toISOString(),
      about: this.#chip.context?.about ?? null,
      key: this.#key,
    };
    const refused = await this.#button.during(this.#send(wish, slot));
    if (refused?.kind === "wrong") this.#showFaults(refused.faults);
    else if (refused) this.#fault.textContent = this.#sentence(refused.kind);
  }

  #showFaults(faults: readonly Fault[]): void {
    this.#fault.textContent = "";
    const isWrong = faults.some(({ field }) => field === "phone");
    this.#fields.phone.tell(isWrong ? this.#words.numberWrong : "");
    if (isWrong) this.focus();
    else if (faults.length) this.#fault.textContent = this.#words.fieldWrong;
  }

  #sentence(kind: Refused["kind"]): string {
    return kind === "ended" ? this.#words.slotTaken : sentenceOf(this.#words, kind);
  }
}
