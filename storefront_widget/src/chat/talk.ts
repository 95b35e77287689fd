import { addressOf } from "../place";
import { isRecord } from "../reading";
import { type Message, readConversation, readMessage, say } from "./conversation";
import { call, type Refused } from "./door";
import { contextOf, type Here, hereOf } from "./here";
import { type Frame, Line } from "./line";
import { type Remembered, recall, remember } from "./memory";
import type { PanelPlace } from "./panelPlace";
import { pace, Rounds } from "./rounds";
import { type Outgoing, Sending } from "./sending";
import { isLive, readStanding, type Standing } from "./standing";

const TYPING_EVERY_MS = 3_000;
// A single lost round is no news.
const TELL_AFTER_FAILURES = 2;

/** Who shows the conversation. */
export interface TalkEnds {
  /** These are new; `isNews` where they came while somebody may look, and not with what was said before. */
  added(messages: readonly Message[], isNews: boolean): void;
  /** What is on its way, how far it was read, or where the chat stands has changed. */
  changed(): void;
  typing(): void;
  /** Nothing is heard any more, or again. */
  heard(isHeard: boolean): void;
  /** The service knows it no longer: its days are over, or the shop erased it. */
  gone(): void;
  /** The chat is over, and these words were not taken. */
  returned(text: string, kind: "ended" | "words"): void;
}

/** One conversation with the shop: over its socket, and by asking again and again where there is none. */
export class Talk {
  readonly token: string;
  readonly #place: PanelPlace;
  readonly #ends: TalkEnds;
  readonly #line: Line;
  readonly #rounds: Rounds;
  readonly #messages = new Map<number, Message>();
  readonly #sending: Sending;
  #standing: Standing | null;
  #readByStaff = 0;
  #permit = "";
  #isShown = false;
  #isFilled = false;
  /** Everything up to this number is here, or was seen. */
  #upTo: number;
  /** Everything up to this number was said before the socket was there. */
  #saidBefore = 0;
  #marked = 0;
  #typedAt = 0;
  #stillSince = Date.now();
  #failures = 0;

  constructor(place: PanelPlace, known: Remembered, ends: TalkEnds) {
    this.token = known.token;
    this.#place = place;
    this.#ends = ends;
    this.#standing = known.standing ?? null;
    this.#upTo = known.seen;
    this.#sending = new Sending(known.unsent ?? [], {
      tell: (given) => this.#line.send({ do: "say", ...given }),
      post: (given) => say(addressOf(place, "conversation"), this.token, given),
      kept: (message) => this.#kept(message),
      changed: (unsent) => {
        this.#keep({ unsent });
        ends.changed();
      },
      gone: () => ends.gone(),
      returned: (text, kind) => this.#return(text, kind),
    });
    const wait = () => pace(this.#isShown, Date.now() - this.#stillSince, this.#failures);
    this.#rounds = new Rounds(known.askedAt, wait, () => this.#round());
    this.#line = new Line(addressOf(place, "chat") ?? "", {
      hello: () => ({ token: this.token, after: { [this.#known().id ?? ""]: this.#upTo }, here: this.#here() }),
      hear: (frame) => this.#hear(frame),
      lost: () => this.#goOn(),
      looked: () => this.#markRead(),
      gone: () => this.#ends.gone(),
    });
  }

  /** The oldest first. */
  get messages(): Message[] {
    return [...this.#messages.values()].sort((one, other) => one.seq - other.seq);
  }

  get outgoing(): readonly Outgoing[] {
    return this.#sending.outgoing;
  }

  get standing(): Standing | null {
    return this.#standing;
  }

  get readByStaff(): number {
    return this.#readByStaff;
  }

  /** With which photos may be sent; empty while there is none. */
  get permit(): string {
    return this.#permit;
  }

  get unread(): number {
    const { seen, unread } = this.#known();
    if (this.#isShown) return 0;
    const newer = this.messages.filter(({ author, seq }) => author === "staff" && seq > seen).length;
    return Math.max(newer, this.#messages.size ? 0 : unread);
  }

  /** Somebody looks at it from now on, or nobody does. */
  look(isShown: boolean): void {
    const isOpened = isShown && !this.#isShown;
    this.#isShown = isShown;
    if (isOpened) {
      this.#stillSince = Date.now();
      this.#rounds.now();
    }
    this.#goOn();
    this.#markRead();
  }

  stop(): void {
    this.#line.close();
    this.#rounds.stop();
  }

  say(text: string, files: readonly string[] = []): void {
    this.#stillSince = Date.now();
    this.#sending.say(text, files);
  }

  again(key: string): void {
    this.#sending.again(key);
  }

  discard(key: string): void {
    this.#sending.settle([key]);
  }

  typing(): void {
    if (Date.now() < this.#typedAt + TYPING_EVERY_MS) return;
    this.#typedAt = Date.now();
    this.#line.send({ do: "typing" });
  }

  /** Say where the shopper is, or that they do not want it said. */
  tellHere(): void {
    this.#line.send({ do: "here", here: this.#here() });
  }

  /** The shopper tapped what this message shows. */
  opened(seq: number): void {
    this.#tell("opened", { seq });
  }

  /** The shopper ends the chat. */
  leave(): void {
    this.#tell("leave", {});
    const standing = this.#standing as Standing;
    this.#stand({ ...standing, agent: null, state: standing.state === "seated" ? "ended" : "left" });
  }

  #tell(what: string, body: object): void {
    if (this.#line.send({ do: what, ...body })) return;
    // The page may go on to another meanwhile.
    call(addressOf(this.#place, "conversation", what), { token: this.token, body, keepalive: true });
  }

  #here(): Here | null {
    const context = this.#known().isHidden ? null : contextOf(this.#place);
    return context && hereOf(context);
  }

  #known(): Remembered {
    const known = recall(this.#place);
    const forgotten = { token: this.token, number: null, seen: 0, unread: 0, askedAt: 0 }; // in another tab
    return known?.token === this.token ? known : forgotten;
  }

  #keep(changed: Partial<Remembered>): void {
    const known = recall(this.#place);
    if (known?.token === this.token) remember(this.#place, { ...known, ...changed });
  }

  /** A socket as long as somebody looks, or waits to be answered; without one it is asked for. */
  #goOn(): void {
    if (this.#isShown || isLive(this.#standing)) this.#line.open();
    else this.#line.close();
    if (this.#line.isOpen && this.#isFilled) this.#rounds.stop();
    else this.#rounds.go();
  }

  #hear(frame: Frame): void {
    const message = frame.is === "said" ? readMessage(frame) : null;
    if (message) {
      this.#upTo = Math.max(this.#upTo, message.seq);
      this.#take([message], message.seq > this.#saidBefore);
    } else if (frame.is === "welcome") this.#welcome(frame);
    else if (frame.is === "kept") this.#settle(String(frame.key));
    else if (frame.is === "queue") this.#stand(readStanding(frame));
    else if (frame.is === "typing") this.#ends.typing();
    else if (frame.is === "read" && frame.author === "staff") this.#readTo(Number(frame.seq));
    else if (frame.is === "refused" && frame.do === "say") this.#sending.refuse(String(frame.key), kindOf(frame.code));
  }

  #welcome({ conversation, permit, read, seq }: Frame): void {
    this.#keep({ id: String(conversation) });
    this.#saidBefore = Number(seq);
    if (isRecord(read)) this.#readTo(Number(read.staff));
    this.#permit = typeof permit === "string" ? permit : this.#permit;
    this.#recover();
    this.#sending.resume(true);
    this.#markRead();
    this.#goOn();
  }

  async #round(): Promise<void> {
    const isShown = this.#isShown;
    const after = isShown && !this.#isFilled ? 0 : this.#upTo;
    const answer = await readConversation(addressOf(this.#place, "conversation"), this.token, after);
    if (recall(this.#place)?.token !== this.token || (isShown !== this.#isShown && !this.#isFilled)) return;
    if (answer.kind === "gone") return this.#ends.gone();
    if (answer.kind !== "read") return this.#fail();
    this.#recover();
    if (answer.permit) this.#permit = answer.permit;
    this.#upTo = Math.max(this.#upTo, ...answer.messages.map(({ seq }) => seq));
    this.#take(answer.messages);
    if (isShown && after === 0) this.#isFilled = true;
    this.#keep({ number: answer.number, askedAt: this.#rounds.lastAt, seen: this.#seen(), unread: this.unread });
    this.#readTo(answer.readByStaff);
    this.#stand(answer.standing);
    this.#sending.resume(false);
    this.#goOn();
  }

  #take(messages: readonly Message[], isNews = this.#isFilled || !this.#isShown): void {
    const added = messages.filter(({ seq }) => !this.#messages.has(seq));
    for (const message of added) this.#messages.set(message.seq, message);
    this.#sending.settle(messages.map(({ key }) => key));
    if (added.length) this.#stillSince = Date.now();
    this.#keep({ seen: this.#seen(), unread: this.unread });
    this.#ends.added(added, isNews);
    this.#markRead();
  }

  #seen(): number {
    const { seen } = this.#known();
    return this.#isShown ? Math.max(seen, ...this.#messages.keys()) : seen;
  }

  #stand(standing: Standing | null): void {
    if (JSON.stringify(standing) === JSON.stringify(this.#standing)) return;
    const wasLive = isLive(this.#standing);
    this.#standing = standing;
    this.#keep({ standing });
    this.#ends.changed();
    if (wasLive !== isLive(standing)) this.#goOn();
  }

  #readTo(seq: number): void {
    if (!(seq > this.#readByStaff)) return;
    this.#readByStaff = seq;
    this.#ends.changed();
  }

  #markRead(): void {
    const newest = Math.max(0, ...this.messages.filter(({ author }) => author === "staff").map(({ seq }) => seq));
    if (!this.#isShown || document.hidden || newest <= this.#marked) return;
    if (this.#line.send({ do: "read", seq: newest })) this.#marked = newest;
  }

  #kept(message: Message | null): void {
    this.#take(message ? [message] : [], true);
    this.#rounds.now(); // staff may have said something before it
  }

  #settle(key: string): void {
    this.discard(key);
    this.#rounds.now(); // it is said already, and here unless it was missed
  }

  #return(text: string, kind: "ended" | "words"): void {
    this.#ends.returned(text, kind);
    if (kind === "ended")
      this.#stand({ ...(this.#standing ?? { number: null, minutes: null, agent: null }), state: "ended" });
  }

  #fail(): void {
    this.#failures++;
    if (this.#failures === TELL_AFTER_FAILURES && this.#isShown) this.#ends.heard(false);
  }

  #recover(): void {
    if (this.#failures >= TELL_AFTER_FAILURES) this.#ends.heard(true);
    this.#failures = 0;
  }
}

function kindOf(code: unknown): Refused["kind"] {
  const kinds = { LIMITED: "limited", ENDED: "ended", TRY_AGAIN: "failed", WORDS: "words" } as const;
  return kinds[code as keyof typeof kinds] ?? "wrong";
}
