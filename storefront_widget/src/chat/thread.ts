import { make } from "../markup";
import type { Message } from "./conversation";
import { drawMessage, type MessagePlace } from "./drawMessage";
import { drawOutgoing, type OutgoingActs } from "./drawOutgoing";
import type { Outgoing } from "./sending";

const TYPING_FOR_MS = 4_000;
// Of what is said in one breath the name and the time are told once.
const BREATH_MS = 300_000;

/** What was said, in order, and what is on its way. */
export class Thread {
  readonly element: HTMLElement;
  readonly #place: MessagePlace;
  readonly #acts: OutgoingActs;
  readonly #list = make("ul", { part: "messages" });
  readonly #sending = make("ul", { part: "messages", "aria-live": "off" });
  readonly #mark = make("p", { part: "mark", "aria-live": "off" });
  readonly #typing = make("p", { part: "typing", "aria-live": "off" });
  readonly #wait: HTMLElement;
  readonly #drawn = new Map<number, { readonly message: Message; readonly element: HTMLElement }>();
  #quiet: ReturnType<typeof setTimeout> | undefined;
  /** The shopper looks at the newest, and goes on doing so when the room for it changes. */
  #staysAtEnd = true;

  constructor(place: MessagePlace, number: number | null, acts: OutgoingActs) {
    const { words } = place;
    this.#place = place;
    this.#acts = acts;
    this.#wait = make("p", { part: "hint" }, words.waiting);
    this.#typing.hidden = true;
    // What was said before is there to be read; only what comes from now on is announced.
    const title = number ? words.numbered.replace("{number}", `#${number}`) : words.conversation;
    const log = { part: "log", role: "log", "aria-live": "off", "aria-label": title, tabindex: "0" };
    const heading = make("p", { part: "number", "aria-hidden": "true" }, title);
    const lists = [this.#list, this.#sending, this.#mark, this.#typing];
    this.element = make("div", log, heading, this.#wait, ...lists);
    this.element.onscroll = () => {
      this.#staysAtEnd = this.#isAtEnd();
    };
    new ResizeObserver(() => this.#staysAtEnd && this.showNewest()).observe(this.element);
  }

  /** Show all of these, the oldest first; those that are shown stay as they are. */
  show(messages: readonly Message[]): void {
    const isAtEnd = this.#isAtEnd();
    const visible = messages.filter(({ card, text }) => text || card);
    // From the end: each is put before the next one, which is there by then.
    for (let place = visible.length; place--; )
      this.#put(visible[place] as Message, visible[place - 1], visible[place + 1]);
    if (messages.length) this.#wait.remove();
    this.#forgetChoices(visible);
    this.#typing.hidden = true;
    if (isAtEnd || visible.at(-1)?.author === "shopper") this.showNewest();
  }

  /** From now on what comes is announced. */
  announce(): void {
    this.#wait.remove();
    // Once what was just added has gone by.
    setTimeout(() => this.element.setAttribute("aria-live", "polite"));
  }

  /** What is on its way, and how far staff have read what came. */
  showSending(outgoing: readonly Outgoing[], readByStaff: number): void {
    const isAtEnd = this.#isAtEnd() || outgoing.some(({ state }) => state === "sending");
    const { words } = this.#place;
    this.#sending.replaceChildren(...outgoing.map((one) => drawOutgoing(words, one, this.#acts)));
    const last = [...this.#drawn.values()].map(({ message }) => message).sort((one, other) => other.seq - one.seq)[0];
    const isOwn = last?.author === "shopper" && !outgoing.length;
    this.#mark.textContent = !isOwn ? "" : last.seq <= readByStaff ? words.markSeen : words.markSent;
    if (isAtEnd) this.showNewest();
  }

  showTyping(): void {
    this.#typing.textContent = this.#place.words.typing;
    this.#typing.hidden = false;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => {
      this.#typing.hidden = true;
    }, TYPING_FOR_MS);
    if (this.#isAtEnd()) this.showNewest();
  }

  showNewest(): void {
    this.element.scrollTop = this.element.scrollHeight;
  }

  #put(message: Message, before: Message | undefined, after: Message | undefined): void {
    const there = this.#drawn.get(message.seq);
    const element = there?.element ?? drawMessage(this.#place, message, Date.now());
    element.classList.toggle("follows", isSameBreath(before, message));
    if (there) return;
    this.#drawn.set(message.seq, { message, element });
    this.#list.insertBefore(element, (after && this.#drawn.get(after.seq)?.element) ?? null);
  }

  /** Answers that were offered are taken once, and only as long as nothing else was said. */
  #forgetChoices(messages: readonly Message[]): void {
    const last = messages.at(-1)?.seq;
    for (const [seq, { element, message }] of this.#drawn)
      if (message.card?.kind === "choices" && seq !== last) {
        element.querySelector("[part=choices]")?.remove();
        element.hidden = !message.text;
      }
  }

  /** Who scrolled up reads on in peace. */
  #isAtEnd(): boolean {
    const { clientHeight, scrollHeight, scrollTop } = this.element;
    return scrollHeight - scrollTop - clientHeight < 80;
  }
}

function isSameBreath(before: Message | undefined, message: Message): boolean {
  return (
    before?.author === message.author &&
    before.name === message.name &&
    before.card?.kind !== "cart" &&
    message.card?.kind !== "cart" &&
    message.at - before.at < BREATH_MS
  );
}
