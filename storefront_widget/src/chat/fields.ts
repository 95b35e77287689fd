import { make } from "../markup";

type Control = HTMLInputElement | HTMLTextAreaElement;

/** A box to write in, with its name over it and what is wrong with it under it. */
export class Field {
  readonly element: HTMLElement;
  readonly control: Control;
  readonly #fault: HTMLElement;

  constructor(name: string, label: string, control: Control) {
    const [id, faultId] = [`field-${name}`, `fault-${name}`];
    this.control = control;
    control.id = id;
    control.name = name;
    control.setAttribute("part", "input");
    control.setAttribute("dir", "auto");
    control.setAttribute("aria-describedby", faultId);
    this.#fault = make("p", { part: "fault", id: faultId });
    this.element = make("div", { part: "field" }, make("label", { for: id }, label), control, this.#fault);
  }

  get text(): string {
    return this.control.value.trim();
  }

  /** Say what is wrong here; nothing, with an empty text. */
  tell(fault: string): void {
    this.#fault.textContent = fault;
    if (fault) this.control.setAttribute("aria-invalid", "true");
    else this.control.removeAttribute("aria-invalid");
  }
}

/** A button that says that it works. It is never disabled, for then whoever pressed it would lose their place. */
export class SendButton {
  readonly element: HTMLButtonElement;
  readonly #words: readonly [idle: string, busy: string];
  isBusy = false;

  constructor(idle: string, busy: string) {
    this.#words = [idle, busy];
    this.element = make("button", { type: "submit", part: "send" }, idle);
  }

  async during<Result>(work: Promise<Result>): Promise<Result> {
    this.#show(true);
    const result = await work;
    this.#show(false);
    return result;
  }

  #show(isBusy: boolean): void {
    this.isBusy = isBusy;
    this.element.textContent = this.#words[isBusy ? 1 : 0];
    this.element.setAttribute("aria-disabled", String(isBusy));
    // As wide as it was, when the shorter word is back: nothing moves while nobody touches it.
    this.element.style.setProperty("min-inline-size", `${this.element.offsetWidth}px`);
  }
}
