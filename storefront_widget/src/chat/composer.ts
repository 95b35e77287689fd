import { icon, make } from "../markup";
import { Chip } from "./chip";
import type { Desk } from "./desk";
import { fetchMore } from "./fetchMore";
import { Field } from "./fields";
import type { Context } from "./here";
import { MOST_CHARACTERS } from "./letter";
import type { Photos } from "./photos";
import type { Words } from "./words";

const CLIP =
  "M18 10.500l-6.500 6.500a3.500 3.500 0 0 1-5-5l7-7a2.500 2.500 0 0 1 3.500 3.500l-7 7a1 1 0 0 1-1.500-1.500l6-6";
const PLANE = "M4.500 12h13M12 6l6 6-6 6";

const KINDS = "image/jpeg,image/png,image/webp,image/gif";

export interface ComposerPlace {
  readonly desk: Desk;
  permit(): string;
  /** The shopper does not want the page to say where they are. */
  hide(): void;
  say(text: string, files: readonly string[]): void;
  typing(): void;
}

/** The box to say more in. */
export class Composer {
  readonly element: HTMLFormElement;
  readonly #place: ComposerPlace;
  readonly #answer: Field;
  readonly #words: Words;
  readonly #context = make("div", {});
  readonly #strip = make("div", {});
  #photos: Photos | null = null;
  readonly #fault = make("p", { part: "fault", role: "alert" });
  readonly #attach: HTMLButtonElement;

  constructor(place: ComposerPlace) {
    const { draft } = place.desk;
    const [, words] = place.desk.words();
    this.#place = place;
    this.#words = words;
    const box = make("textarea", { rows: "1", placeholder: words.answer });
    this.#answer = new Field("answer", words.answer, box);
    const files = make("input", { type: "file", accept: KINDS, multiple: "", hidden: "", tabindex: "-1" });
    files.addEventListener("change", async () => {
      await this.#attachAll([...(files.files ?? [])]);
      files.value = "";
    });
    this.#attach = make("button", { type: "button", part: "attach", "aria-label": words.attach }, icon("icon", CLIP));
    this.#attach.addEventListener("click", () => files.click());
    const say = make("button", { type: "submit", part: "say", "aria-label": words.send }, icon("icon", PLANE));
    const row = make("div", { class: "box" }, this.#attach, this.#answer.element, say);
    const parts = [this.#context, this.#strip, row, files, this.#fault];
    this.element = make("form", { part: "answer", novalidate: "" }, ...parts);
    box.value = draft.answer;
    box.addEventListener("input", () => this.#written());
    box.addEventListener("keydown", (pressed) => this.#sendByEnter(pressed));
    box.addEventListener("paste", (pasted) => this.#paste(pasted));
    this.element.addEventListener("submit", (submitted) => {
      submitted.preventDefault();
      this.#submit();
    });
    this.update();
  }

  get box(): HTMLElement {
    return this.#answer.control;
  }

  /** Photos can be sent once there is a permit. */
  update(): void {
    this.#attach.disabled = !this.#place.permit();
  }

  /** What the page says of itself; null where it says nothing, or was told not to. */
  showContext(context: Context | null): void {
    this.#context.replaceChildren(new Chip(this.#words, context, () => this.#place.hide()).element);
  }

  fill(): void {
    this.#answer.control.value = this.#place.desk.draft.answer;
  }

  /** Let the shopper change what was not taken, unless they write something else already. */
  giveBack(text: string, why: string): void {
    this.#place.desk.draft.answer ||= text;
    this.fill();
    this.#tell(why);
  }

  #written(): void {
    this.#place.desk.draft.answer = this.#answer.control.value;
    if (this.#answer.text) this.#place.typing();
  }

  #paste(pasted: ClipboardEvent): void {
    const files = [...(pasted.clipboardData?.files ?? [])];
    if (!files.length || !this.#place.permit()) return;
    pasted.preventDefault();
    this.#attachAll(files);
  }

  async #attachAll(files: readonly File[]): Promise<void> {
    const { desk, permit } = this.#place;
    const more = await fetchMore(desk);
    if (!more) return;
    const words = more.moreWordsOf(desk.words()[0]);
    this.#photos ??= new more.Photos(words, `${desk.place.page.base}f`, permit, (fault) => this.#tell(fault));
    this.#strip.replaceChildren(this.#photos.element);
    this.#photos.add(files);
  }

  #sendByEnter(pressed: KeyboardEvent): void {
    // On phones the key is the only way to a new line.
    if (pressed.key !== "Enter" || pressed.shiftKey || pressed.isComposing || !matchMedia("(pointer: fine)").matches)
      return;
    pressed.preventDefault();
    this.#submit();
  }

  #submit(): void {
    const { desk, say } = this.#place;
    const words = this.#words;
    const { text } = this.#answer;
    const files = this.#photos?.ids ?? [];
    const tooLong = words.textTooLong.replace("{most}", String(MOST_CHARACTERS));
    const fault = text.length > MOST_CHARACTERS ? tooLong : this.#photos?.areOnTheirWay ? words.photosOnTheirWay : "";
    this.#tell(fault);
    if (fault || (!text && !files.length)) return;
    desk.draft.answer = "";
    this.fill();
    this.#photos?.clear();
    say(text, files);
    this.box.focus(); // whoever pressed the button goes on writing
  }

  #tell(fault: string): void {
    this.#fault.textContent = fault;
  }
}
