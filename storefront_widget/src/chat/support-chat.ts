import { counted } from "../counting";
import { base } from "../language";
import { make } from "../markup";
import { addressOf, channelOf, tagOf } from "../place";
import { isRecord } from "../reading";
import { wear } from "../sheet";
import type { Contact } from "./contact";
import { type Message, newKey, openTicket, type Refused, readConversation, say } from "./conversation";
import { drawWays } from "./drawWays";
import { Frame } from "./frame";
import { type Draft, Letter } from "./letter";
import { forget, type Remembered, recall, remember } from "./memory";
import css from "./panel.css?inline";
import type { OpenPanel, Panel, PanelPlace } from "./panelPlace";
import { pace, Rounds } from "./rounds";
import { readShop, type Shop } from "./shop";
import { Thread } from "./thread";
import { en, WORDS, type Words } from "./words";

// As in panel.css.
const SHEET = "(max-width: 30rem)";
// A single lost round is no news.
const TELL_AFTER_FAILURES = 2;

export const open: OpenPanel = (place) => new ChatPanel(place);

// The page's, not the element's: a shop may draw its elements anew, and nobody writes a message twice.
const draft: Draft = { text: "", email: "", name: "", answer: "" };
// The key of a form that may have arrived although nobody said so; sent again it is still one ticket.
let sentLetter: { readonly written: string; readonly key: string } | null = null;

class ChatPanel implements Panel {
  readonly #place: PanelPlace;
  readonly #frame = new Frame(() => this.hide());
  readonly #rounds: Rounds;
  readonly #dot = make("span", { part: "unread" });
  #conversation: Remembered | null;
  #letter: Letter | null = null;
  #thread: Thread | null = null;
  /** What is drawn: language, channel, conversation. */
  #drawn = "";
  #drawnWays: { shop: Shop; tag: string } | null = null;
  #contact: Contact | null = null;
  #shop: Shop | null = null;
  #isShown = false;
  #stillSince = Date.now();
  #failures = 0;
  #returnTo: Element | null = null;

  constructor(place: PanelPlace) {
    this.#place = place;
    this.#conversation = recall(place);
    const wait = () => pace(this.#isShown, Date.now() - this.#stillSince, this.#failures);
    this.#rounds = new Rounds(this.#conversation?.askedAt ?? 0, wait, () => this.#round());
    this.#frame.element.addEventListener("keydown", (pressed) => {
      if (pressed.key !== "Escape" || pressed.isComposing) return;
      pressed.stopPropagation(); // it was meant for us: a dialog of the shop's stays as it is
      this.hide();
    });
    this.#frame.element.addEventListener("focusout", ({ relatedTarget }) => this.#uncover(relatedTarget));
    wear(place.root, css);
    place.root.append(this.#frame.element);
    place.launcher.append(this.#dot);
    this.#showUnread(this.#conversation?.unread ?? 0);
  }

  update(): void {
    this.#draw();
    this.#goOn();
  }

  pause(): void {
    this.#rounds.stop();
  }

  show(about?: unknown): void {
    this.#prefill(about);
    if (!this.#isShown) {
      this.#returnTo = document.activeElement;
      this.#draw();
      this.#isShown = true;
      this.#stillSince = Date.now();
      this.#frame.element.hidden = false;
      this.#place.isShown(true);
      this.#thread?.showNewest();
      this.#rounds.now();
      this.#place.page.tell("open", null, this.#place.host);
    }
    this.#focus();
  }

  hide(): void {
    if (!this.#isShown) return;
    const { host, launcher, page, root } = this.#place;
    const hadFocus = this.#frame.element.contains(root.activeElement);
    this.#isShown = false;
    this.#frame.element.hidden = true;
    this.#frame.notice();
    this.#place.isShown(false);
    const from = this.#returnTo;
    const isElsewhere = from instanceof HTMLElement && from.isConnected && from !== document.body && from !== host;
    if (hadFocus) (isElsewhere ? from : launcher).focus();
    this.#goOn();
    page.tell("close", null, host);
  }

  #words(): [tag: string, words: Words] {
    const tag = tagOf(this.#place, WORDS);
    return [tag, WORDS[base(tag)] ?? en];
  }

  #draw(): void {
    const shop = this.#readShop();
    const [tag, words] = this.#words();
    this.#frame.head(tag, words, shop, Date.now());
    this.#drawWays(tag, words, shop);
    this.#conversation = recall(this.#place); // another tab may have begun one, or forgotten it
    const token = this.#conversation?.token;
    const takesLetters = shop.ways.some(({ kind }) => kind === "form");
    const toDraw = [tag, channelOf(this.#place), token, takesLetters].join();
    if (toDraw === this.#drawn) return;
    this.#drawn = toDraw;
    this.#letter = null;
    this.#thread = null;
    if (token) this.#frame.fill(this.#drawThread(tag, words, shop), true);
    else this.#frame.fill(takesLetters ? this.#drawLetter(words, shop) : null, false);
  }

  #readShop(): Shop {
    const contact = this.#place.contact();
    if (!this.#shop || contact !== this.#contact) this.#shop = readShop(contact);
    this.#contact = contact;
    return this.#shop;
  }

  #showUnread(count: number): void {
    const [tag, words] = this.#words();
    this.#dot.hidden = count === 0;
    this.#dot.replaceChildren(make("span", {}, ` ${counted(tag, words.unread, count)}`));
  }

  #drawWays(tag: string, words: Words, shop: Shop): void {
    if (this.#drawnWays?.shop === shop && this.#drawnWays.tag === tag) return;
    this.#drawnWays = { shop, tag };
    this.#frame.ways(drawWays(tag, words, shop.ways, Date.now()));
  }

  #drawLetter(words: Words, { ways }: Shop): HTMLElement {
    this.#letter = new Letter(words, draft, ways.length > 1, () => this.#sendLetter());
    return this.#letter.element;
  }

  #drawThread(tag: string, words: Words, shop: Shop): HTMLElement {
    const sends = (text: string, key: string) => this.#say(text, key);
    const number = this.#conversation?.number ?? null;
    const place = { tag, words, shop: shop.name, number, draft, say: sends, forget: () => this.#forget() };
    this.#thread = new Thread(place);
    if (this.#isShown) this.#rounds.now();
    return this.#thread.element;
  }

  #prefill(about: unknown): void {
    const text = isRecord(about) && typeof about.text === "string" ? about.text : "";
    const box = this.#conversation ? "answer" : "text";
    if (!text || draft[box].trim()) return; // the shopper's own words stay
    draft[box] = text;
    this.#letter?.fill(draft);
    this.#thread?.fill(draft);
  }

  /** Into the conversation where there is one: on a phone not into its box, whose keyboard would cover it. */
  #focus(): void {
    const box = this.#thread && matchMedia("(pointer: fine)").matches ? this.#thread.box : this.#frame.element;
    box.focus();
  }

  /** A sheet on a phone gives way to what the focus went to on the page, for it would cover it. */
  #uncover(target: EventTarget | null): void {
    const { host, root } = this.#place;
    const isOnPage = target instanceof Node && !root.contains(target) && target !== host;
    if (isOnPage && matchMedia(SHEET).matches) this.hide();
  }

  async #sendLetter(): Promise<Refused | null> {
    const [tag, words] = this.#words();
    const { name, email, text } = draft;
    const form = { text: text.trim(), email: email.trim(), name: name.trim(), locale: tag };
    const written = JSON.stringify(form);
    if (sentLetter?.written !== written) sentLetter = { written, key: newKey() };
    const answer = await openTicket(addressOf(this.#place, "tickets") ?? "", { ...form, key: sentLetter.key });
    if (answer.kind !== "opened") return answer;
    sentLetter = null;
    draft.text = "";
    const sent = answer.number ? words.sent.replace("{number}", `#${answer.number}`) : words.sentAlone;
    this.#frame.notice(make("p", {}, make("b", {}, sent), " ", words.sentTo.replace("{email}", form.email)));
    if (answer.token) this.#begin({ token: answer.token, number: answer.number });
    else this.#letter?.fill(draft);
    this.#tell("shopper", answer.number);
    return null;
  }

  #begin(conversation: Pick<Remembered, "token" | "number">): void {
    remember(this.#place, { ...conversation, seen: null, unread: 0, askedAt: Date.now() });
    this.#stillSince = Date.now();
    this.#draw();
    if (this.#isShown) this.#focus();
  }

  async #say(text: string, key: string): Promise<Refused | null> {
    const known = this.#conversation;
    if (!known) return { kind: "gone" };
    this.#frame.notice(); // now, while the shopper's hand is there: later it would move what they look at
    const answer = await say(addressOf(this.#place, "conversation") ?? "", known.token, text, key);
    if (answer.kind === "gone") this.#lose();
    if (answer.kind !== "said") return answer;
    this.#stillSince = Date.now();
    this.#rounds.now(); // it comes back in its place, after what staff may have said meanwhile
    this.#tell("shopper", known.number);
    return null;
  }

  async #round(): Promise<void> {
    this.#draw();
    const known = this.#conversation;
    if (!known) return;
    const [isShown, thread] = [this.#isShown, this.#thread];
    const after = isShown ? (thread?.last ?? null) : known.seen;
    const answer = await readConversation(addressOf(this.#place, "conversation") ?? "", known.token, after);
    if (this.#conversation?.token !== known.token) return; // forgotten meanwhile
    if (this.#isShown !== isShown || this.#thread !== thread) return; // opened meanwhile: more is asked for then
    if (answer.kind === "read" && this.#failures >= TELL_AFTER_FAILURES) this.#frame.notice();
    this.#failures = answer.kind === "read" ? 0 : this.#failures + 1;
    if (answer.kind === "read") this.#take(known, answer.messages);
    else if (answer.kind === "gone") this.#lose();
    else if (this.#isShown && this.#failures === TELL_AFTER_FAILURES) this.#frame.notice(this.#words()[1].offline);
  }

  #take(known: Remembered, messages: readonly Message[]): void {
    const wasFilled = this.#thread?.isFilled;
    const added = this.#isShown ? (this.#thread?.add(messages) ?? []) : messages;
    const ofStaff = added.filter(({ author }) => author === "staff").length;
    const unread = this.#isShown ? 0 : ofStaff;
    const seen = this.#isShown ? (this.#thread?.last ?? known.seen) : known.seen;
    remember(this.#place, { ...known, seen, unread, askedAt: this.#rounds.lastAt });
    this.#showUnread(unread);
    if (added.length && this.#isShown) this.#stillSince = Date.now();
    const isNews = this.#isShown ? wasFilled && ofStaff > 0 : unread > known.unread;
    if (isNews) this.#tell("staff", known.number);
  }

  /** The service knows the conversation no longer: its days are over, or the shop erased it. */
  #lose(): void {
    forget(this.#place);
    draft.text ||= draft.answer;
    draft.answer = "";
    this.#showUnread(0);
    this.#frame.notice(this.#words()[1].gone);
    this.#draw();
  }

  #forget(): void {
    const known = this.#conversation;
    const [, words] = this.#words();
    const undo = make("button", { type: "button", part: "undo" }, words.undo);
    undo.addEventListener("click", () => {
      if (known) remember(this.#place, known);
      this.#frame.notice();
      this.#draw();
      this.#focus();
    });
    forget(this.#place);
    this.#frame.notice(`${words.forgotten} `, undo);
    this.#draw();
    this.#focus();
  }

  #goOn(): void {
    if (this.#isShown || this.#conversation) this.#rounds.go();
    else this.#rounds.stop();
  }

  #tell(author: "shopper" | "staff", number: number | null): void {
    this.#place.page.tell("message", { author, number }, this.#place.host);
  }
}
