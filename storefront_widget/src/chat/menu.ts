import { icon, make } from "../markup";
import type { Words } from "./words";

const DOTS = "M5.500 12h.01M12 12h.01M18.500 12h.01";

export interface MenuActs {
  onPhone(): void;
  transcript(): void;
  leave(): void;
  forget(): void;
}

export interface Offered {
  readonly isConversation: boolean;
  readonly isLive: boolean;
  readonly isChat: boolean;
  /** Staff said something. */
  readonly isAnswered: boolean;
}

/** What else can be done with a conversation. */
export class Menu {
  readonly element = make("div", { part: "menu" });
  readonly #acts: MenuActs;
  readonly #button = make(
    "button",
    { type: "button", part: "more", "aria-expanded": "false", "aria-controls": "menu" },
    icon("more-icon", DOTS),
  );
  readonly #list = make("ul", { part: "menu-list", id: "menu" });

  #drawn = "";

  constructor(acts: MenuActs) {
    this.#acts = acts;
    this.element.append(this.#button, this.#list);
    this.element.hidden = true;
    this.#list.hidden = true;
    this.#button.addEventListener("click", () => this.#open(this.#list.hidden === true));
    this.element.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.element.contains(relatedTarget)) this.#open(false);
    });
  }

  offer(words: Words, { isAnswered, isChat, isConversation, isLive }: Offered): void {
    const toDraw = [words.more, isAnswered, isChat, isConversation, isLive].join();
    if (toDraw === this.#drawn) return; // somebody may be choosing
    this.#drawn = toDraw;
    this.element.hidden = !isConversation;
    this.#button.setAttribute("aria-label", words.more);
    const { forget, leave, onPhone, transcript } = this.#acts;
    const items: readonly HTMLElement[] = [
      ...(isChat ? [this.#item("on-phone", words.onPhone, onPhone)] : []),
      ...(isChat && isAnswered ? [this.#item("transcript", words.transcript, transcript)] : []),
      ...(isLive ? [this.#item("leave", words.leaveChat, leave)] : []),
      this.#item("forget", words.forget, forget),
    ];
    this.#list.replaceChildren(...items.map((item) => make("li", {}, item)));
  }

  /** Whether it was open. */
  close(): boolean {
    const wasOpen = !this.#list.hidden;
    if (wasOpen) {
      this.#open(false);
      this.#button.focus();
    }
    return wasOpen;
  }

  #open(isOpen: boolean): void {
    this.#list.hidden = !isOpen;
    this.#button.setAttribute("aria-expanded", String(isOpen));
  }

  #item(part: string, text: string, act: () => void): HTMLElement {
    const item = make("button", { type: "button", part: `menu-item ${part}` }, text);
    item.addEventListener("click", () => {
      this.#open(false);
      act();
    });
    return item;
  }
}
