import { make } from "../markup";
import { addressOf } from "../place";
import { Composer } from "./composer";
import type { Message } from "./conversation";
import type { Desk, Room } from "./desk";
import { fetchMore } from "./fetchMore";
import { type Context, contextOf, hereOf } from "./here";
import { span } from "./launcherState";
import { type Remembered, recall, remember } from "./memory";
import { isLive, type Standing } from "./standing";
import { Talk } from "./talk";
import { Thread } from "./thread";
import type { Words } from "./words";

/** What the panel hears of a conversation beside what it shows. */
export interface TalkNews {
  /** So many answers wait for the shopper. */
  unread(count: number): void;
  /** The chat stands elsewhere now, or staff said something for the first time. */
  changed(): void;
  /** The service knows it no longer. */
  gone(): void;
  /** The shopper wants to begin anew. */
  beginAnew(): void;
}

/** A conversation, and what the shopper sees of it. */
export class TalkRoom implements Room {
  readonly element: HTMLElement;
  readonly isHeld = false;
  readonly #desk: Desk;
  readonly #news: TalkNews;
  readonly #talk: Talk;
  readonly #number: number | null;
  readonly #queue = make("p", { part: "queue", role: "status" });
  #thread: Thread;
  #composer: Composer | null = null;
  #foot: HTMLElement | null = null;
  #tag = "";
  #toldHere = "";
  #isShown = false;
  #unread: number;
  #isRateable = false;

  constructor(desk: Desk, known: Remembered, news: TalkNews) {
    this.#desk = desk;
    this.#news = news;
    this.#number = known.number;
    this.#unread = known.unread;
    this.#talk = new Talk(desk.place, known, {
      added: (messages, isNews) => this.#added(messages, isNews),
      changed: () => this.#changed(),
      typing: () => this.#thread.showTyping(),
      heard: (isHeard) => this.#desk.notice(...(isHeard ? [] : [this.#words().offline])),
      gone: () => this.#news.gone(),
      returned: (text, kind) => this.#returned(text, kind),
    });
    this.element = make("div", { part: "thread" });
    this.#thread = this.#drawThread();
    this.draw();
  }

  get token(): string {
    return this.#talk.token;
  }

  get standing(): Standing | null {
    return this.#talk.standing;
  }

  get isAnswered(): boolean {
    return this.#talk.messages.some(({ author }) => author === "staff");
  }

  focus(): void {
    // On a phone not into its box, whose keyboard would cover what was said.
    if (this.#composer && matchMedia("(pointer: fine)").matches) this.#composer.box.focus();
    else this.element.closest<HTMLElement>("[part=panel]")?.focus();
  }

  fill(): void {
    this.#composer?.fill();
  }

  look(isShown: boolean): void {
    this.#isShown = isShown;
    this.#talk.look(isShown);
    this.#news.unread(this.#talk.unread);
    if (isShown) this.#thread.showNewest();
  }

  stop(): void {
    this.#talk.stop();
  }

  leave(): void {
    this.#talk.leave();
  }

  /** In the page's words, and with what it says of itself now. */
  draw(): void {
    const [tag] = this.#desk.words();
    if (tag !== this.#tag) this.#redraw(tag);
    const context = contextOf(this.#desk.place);
    const here = JSON.stringify(context && hereOf(context));
    if (here === this.#toldHere) return;
    this.#toldHere = here;
    this.#composer?.showContext(this.#context());
    this.#talk.tellHere();
  }

  #redraw(tag: string): void {
    if (this.#tag) this.#thread = this.#drawThread();
    this.#tag = tag;
    this.#thread.show(this.#talk.messages);
    if (this.#talk.messages.length) this.#thread.announce();
    this.#composer = null;
    this.#foot = null;
    this.element.replaceChildren(this.#thread.element, this.#queue);
    this.#changed();
  }

  #context(): Context | null {
    const isHidden = recall(this.#desk.place)?.isHidden || !isLive(this.#talk.standing);
    return isHidden ? null : contextOf(this.#desk.place);
  }

  #words(): Words {
    return this.#desk.words()[1];
  }

  #drawThread(): Thread {
    const [tag, words] = this.#desk.words();
    const place = {
      tag,
      words,
      shop: () => this.#talk.standing?.agent?.name ?? this.#desk.shop().name,
      acts: {
        choose: (choice: string) => this.#say(choice),
        opened: (seq: number) => this.#talk.opened(seq),
      },
    };
    return new Thread(place, this.#number, {
      again: (key) => this.#talk.again(key),
      discard: (key) => this.#talk.discard(key),
    });
  }

  #added(messages: readonly Message[], isNews: boolean): void {
    this.#thread.show(this.#talk.messages);
    if (!isNews) this.#thread.announce();
    this.#changed();
    const { unread } = this.#talk;
    const isAnswer = this.#isShown ? messages.some(({ author }) => author === "staff") : unread > this.#unread;
    this.#unread = unread;
    this.#news.unread(unread);
    if (!isNews) return;
    if (isAnswer) this.#desk.tell("staff", this.#number);
    const { host, page } = this.#desk.place;
    for (const { card } of messages) if (card?.kind === "cart") page.tell("cart", card, host);
  }

  #changed(): void {
    const { outgoing, readByStaff, standing } = this.#talk;
    this.#thread.showSending(outgoing, readByStaff);
    this.#queue.textContent = this.#queueLine(standing);
    const isOver = standing !== null && !isLive(standing);
    if (isOver && (!this.#foot || this.isAnswered !== this.#isRateable)) this.#showFoot(standing);
    else if (!isOver && !this.#composer) this.#showComposer();
    this.#composer?.update();
    this.#news.changed();
  }

  #queueLine(standing: Standing | null): string {
    if (standing?.state !== "waiting") return "";
    const [tag, words] = this.#desk.words();
    const { minutes, number } = standing;
    if (!number) return words.soon;
    const said = minutes ? words.queued : words.queuedAlone;
    return said.replace("{number}", String(number)).replace("{time}", span(tag, minutes ?? 0));
  }

  #showComposer(): void {
    this.#composer = new Composer({
      desk: this.#desk,
      permit: () => this.#talk.permit,
      hide: () => this.#hide(),
      say: (text, files) => this.#say(text, files),
      typing: () => this.#talk.typing(),
    });
    this.#composer.showContext(this.#context());
    this.#foot?.remove();
    this.#foot = null;
    this.element.append(this.#composer.element);
  }

  async #showFoot(standing: Standing): Promise<void> {
    const { place } = this.#desk;
    const known = recall(place);
    this.#isRateable = this.isAnswered;
    this.#foot?.remove();
    const foot = make("div", { part: "foot" });
    this.#foot = foot;
    this.#composer?.element.remove();
    this.#composer = null;
    this.element.append(foot);
    const more = await fetchMore(this.#desk);
    more?.fillFoot(
      foot,
      {
        tag: this.#tag,
        address: addressOf(place, "conversation") ?? "",
        token: this.token,
        isRateable: this.isAnswered && !known?.isRated,
        rated: () => this.#keep({ isRated: true }),
        begin: () => this.#news.beginAnew(),
      },
      standing,
    );
    if (this.#isShown) this.#thread.showNewest();
  }

  #hide(): void {
    this.#keep({ isHidden: true });
    this.#talk.tellHere();
  }

  #keep(changed: Partial<Remembered>): void {
    const known = recall(this.#desk.place);
    if (known?.token === this.token) remember(this.#desk.place, { ...known, ...changed });
  }

  #say(text: string, files: readonly string[] = []): void {
    this.#desk.notice(); // now, while the shopper's hand is there: later it would move what they look at
    this.#talk.say(text, files);
    this.#desk.tell("shopper", this.#number);
  }

  /** What the chat's end cut off is there to begin the next one with; what is to be said otherwise, to be changed. */
  #returned(text: string, kind: "ended" | "words"): void {
    if (kind === "ended") this.#desk.draft.text ||= text;
    else this.#composer?.giveBack(text, this.#words().otherWords);
  }
}
