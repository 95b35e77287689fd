import { base } from "../language";
import { make } from "../markup";
import { addressOf, channelOf, tagOf } from "../place";
import { isRecord } from "../reading";
import { wear } from "../sheet";
import type { Beginnings, Desk, Draft, Room } from "./desk";
import { drawFind, drawWays, isHere } from "./drawWays";
import { fetchFind, fetchMore } from "./fetchMore";
import { Frame } from "./frame";
import { contextOf } from "./here";
import { forget, keyOf, type Remembered, recall, remember } from "./memory";
import css from "./panel.css?inline";
import type { OpenPanel, Panel, PanelPlace } from "./panelPlace";
import { beginChat } from "./session";
import { isTool, type Shop, type Way } from "./shop";
import { ShopNow } from "./shopNow";
import { isLive } from "./standing";
import { TalkRoom } from "./talkRoom";
import { Unread } from "./unread";
import { en, WORDS, type Words } from "./words";
import { type Kind, writingRoom } from "./writingRoom";

// As in panel.css.
const SHEET = "(max-width: 30rem)";

export const open: OpenPanel = (place) => new ChatPanel(place);

const draft: Draft = { text: "", email: "", name: "", answer: "", site: undefined };

class ChatPanel implements Panel, Desk {
  readonly place: PanelPlace;
  readonly draft = draft;
  readonly #frame: Frame;
  readonly #unread = new Unread();
  readonly #shopNow: ShopNow;
  #room: Room | null = null;
  #talk: TalkRoom | null = null;
  /** What is drawn: language, channel, what can be written. */
  #drawn = "";
  #drawnWays = "";
  #wanted: Kind = "chat";
  #askedFor: unknown = null;
  #isShown = false;
  #returnTo: Element | null = null;

  constructor(place: PanelPlace) {
    this.place = place;
    this.#shopNow = new ShopNow(place);
    this.#frame = new Frame({
      close: () => this.close(),
      onPhone: () => this.#openAside("phoneRoom"),
      transcript: () => this.#openAside("transcriptRoom"),
      leave: () => this.#talk?.leave(),
      forget: () => this.#forget(),
    });
    const { element } = this.#frame;
    element.addEventListener("keydown", (pressed) => {
      if (pressed.key !== "Escape" || pressed.isComposing) return;
      pressed.stopPropagation(); // it was meant for us: a dialog of the shop's stays as it is
      if (!this.#frame.closeMenu()) this.close();
    });
    element.addEventListener("focusout", ({ relatedTarget }) => this.#uncover(relatedTarget));
    wear(place.root, css);
    place.root.append(element);
    place.launcher.append(this.#unread.element);
    place.launcher.setAttribute("aria-controls", element.id);
    const known = recall(place);
    this.#showUnread(known?.unread ?? 0);
    // Where a chat went on beside the page it goes on beside the next one; a sheet would cover that.
    if (known?.isOpen && isLive(known.standing ?? null) && !matchMedia(SHEET).matches) this.#show();
  }

  update(): void {
    this.#draw();
    if (this.place.host.isConnected) addEventListener("storage", this.#changedElsewhere);
    this.#talk?.look(this.#isShown);
  }

  pause(): void {
    removeEventListener("storage", this.#changedElsewhere);
    this.#talk?.stop();
  }

  open(about?: unknown): void {
    this.#prefill(about);
    if (!this.#isShown) {
      this.#returnTo = document.activeElement;
      this.#shopNow.look();
      this.#show();
    }
    this.#frame.element.focus();
    this.#talk?.focus();
    this.#openNamed(about);
    this.#goOnElsewhere();
  }

  close(): void {
    if (!this.#isShown) return;
    const { host, launcher, page, root } = this.place;
    const hadFocus = this.#frame.element.contains(root.activeElement);
    this.#isShown = false;
    this.#frame.element.hidden = true;
    this.notice();
    launcher.setAttribute("aria-expanded", "false");
    const from = this.#returnTo;
    const isElsewhere = from instanceof HTMLElement && from.isConnected && from !== document.body && from !== host;
    if (hadFocus) (isElsewhere ? from : launcher).focus();
    this.#keep({ isOpen: false });
    this.#talk?.look(false);
    page.tell("close", null, host);
  }

  words(): [tag: string, words: Words] {
    const tag = tagOf(this.place, WORDS);
    return [tag, WORDS[base(tag)] ?? en];
  }

  shop(): Shop {
    return this.#shopNow.read();
  }

  notice(...parts: (Node | string)[]): void {
    this.#frame.notice(...parts);
  }

  begin(conversation: Beginnings): void {
    remember(this.place, { seen: 0, unread: 0, askedAt: Date.now(), isOpen: this.#isShown, ...conversation });
    this.goBack();
  }

  goBack(): void {
    this.#room = null;
    this.#draw();
    if (this.#isShown) this.#room ? (this.#room as Room).focus() : this.#frame.element.focus();
  }

  tell(author: "shopper" | "staff", number: number | null): void {
    this.place.page.tell("message", { author, number }, this.place.host);
  }

  readonly #changedElsewhere = ({ key }: StorageEvent): void => {
    if (key === keyOf(this.place)) this.#draw();
  };

  #show(): void {
    const { host, launcher, page } = this.place;
    this.#isShown = true;
    this.#draw();
    this.#frame.element.hidden = false;
    launcher.setAttribute("aria-expanded", "true");
    this.#keep({ isOpen: true });
    this.#talk?.look(true);
    page.tell("open", null, host);
  }

  #draw(): void {
    const [tag, words] = this.words();
    const shop = this.shop();
    this.#frame.head(tag, words, shop, this.#talk?.standing ?? null, Date.now());
    this.#drawWays(tag, words, shop);
    const known = recall(this.place); // another tab may have begun one, or forgotten it
    if (this.#talk && this.#talk.token !== known?.token) this.#endTalk();
    if (known && !this.#talk) {
      this.#talk = this.#newTalk(known);
      this.#talk.look(this.#isShown);
    }
    this.#talk?.draw();
    if (!this.#room?.isHeld) this.#enter(known, tag, shop);
  }

  #enter(known: Remembered | null, tag: string, shop: Shop): void {
    const kinds = this.#kinds(shop);
    const kind = kinds.includes(this.#wanted) ? this.#wanted : kinds[0];
    const toDraw = [
      tag,
      channelOf(this.place),
      known?.token,
      kinds.join(),
      kind,
      JSON.stringify(contextOf(this.place)),
    ];
    if (this.#room && toDraw.join(" ") === this.#drawn) return;
    this.#drawn = toDraw.join(" ");
    const other = kinds.find((one) => one !== kind);
    const turn = other ? () => this.#turnTo(other) : null;
    this.#room = this.#talk ?? (kind ? writingRoom(this, kind, turn) : null);
    this.#frame.fill(this.#room?.element ?? null, this.#talk !== null);
    this.#frame.offer(this.words()[1], this.#talk);
  }

  /** What can be written here now: a chat only while somebody is there for it. */
  #kinds({ ways }: Shop): Kind[] {
    const hasChat = ways.some(({ kind, isOpen }) => kind === "chat" && isOpen);
    const hasForm = ways.some(({ kind }) => kind === "form") || (!hasChat && ways.some(isHere));
    return [...(hasChat ? (["chat"] as const) : []), ...(hasForm ? (["letter"] as const) : [])];
  }

  #turnTo(kind: Kind): void {
    this.#wanted = kind;
    this.goBack();
  }

  #newTalk(known: Remembered): TalkRoom {
    return new TalkRoom(this, known, {
      unread: (count) => this.#showUnread(count),
      changed: () => this.#changed(),
      gone: () => this.#lose(),
      beginAnew: () => {
        forget(this.place);
        this.notice();
        this.#shopNow.look();
        this.goBack();
      },
    });
  }

  #endTalk(): void {
    this.#talk?.stop();
    this.#talk = null;
    this.#room = null;
    this.#drawn = "";
    this.#showUnread(0);
  }

  #changed(): void {
    const [tag, words] = this.words();
    if (!this.#talk) return; // it is being made
    this.#frame.head(tag, words, this.shop(), this.#talk.standing, Date.now());
    this.#frame.offer(words, this.#talk);
  }

  #showUnread(count: number): void {
    this.#unread.show(...this.words(), count);
  }

  #drawWays(tag: string, words: Words, shop: Shop): void {
    const toDraw = JSON.stringify([tag, shop.ways, shop.finds]);
    if (toDraw === this.#drawnWays) return;
    this.#drawnWays = toDraw;
    const find = shop.finds.includes("products") ? drawFind(words.find, () => this.#find()) : null;
    this.#frame.ways(drawWays(tag, words, shop.ways, Date.now(), (way) => this.#openWay(way), find));
  }

  /** `about.way` names one that opens here, as a tap on it elsewhere on the page does. */
  #openNamed(about: unknown): void {
    const kind = isRecord(about) ? about.way : null;
    const way = this.shop().ways.find((one) => one.kind === kind);
    if (way && (way.kind === "callback" || isTool(way))) this.#openWay(way);
  }

  async #openWay(way: Way): Promise<void> {
    this.notice();
    const more = await fetchMore(this);
    if (way.kind !== "callback") more?.askForTool(this, way);
    else if (more) this.#hold(more.callRoom(this));
  }

  async #find(): Promise<void> {
    this.notice();
    const found = await fetchFind(this);
    if (found) this.#hold(found.findRoom(this));
  }

  async #openAside(name: "phoneRoom" | "transcriptRoom"): Promise<void> {
    const more = await fetchMore(this);
    if (more && this.#talk) this.#hold(more[name](this, this.#talk.token));
  }

  /** What the shopper fills in there stays until they leave it. */
  #hold(room: Room): void {
    this.#room = room;
    this.#drawn = "";
    this.#frame.fill(room.element, false);
    room.focus();
  }

  #prefill(about: unknown): void {
    const text = isRecord(about) && typeof about.text === "string" ? about.text : "";
    const box = this.#talk ? "answer" : "text";
    if (!text || draft[box].trim()) return; // the shopper's own words stay
    draft[box] = text;
    this.#room?.fill();
  }

  /** A sheet on a phone gives way to what the focus went to on the page, for it would cover it. */
  #uncover(target: EventTarget | null): void {
    const { host, root } = this.place;
    const isOnPage = target instanceof Node && !root.contains(target) && target !== host;
    if (isOnPage && matchMedia(SHEET).matches) this.close();
  }

  /** Somebody whom the shop vouches for goes on with the chat that they have open on another device. */
  async #goOnElsewhere(): Promise<void> {
    const { identity } = this.place.page;
    if (!identity || identity === this.#askedFor || this.#talk || !this.#kinds(this.shop()).includes("chat")) return;
    this.#askedFor = identity;
    const answer = await beginChat(addressOf(this.place, "chat", "session"), { locale: this.words()[0] }, identity);
    if (answer.kind !== "begun" || !answer.token || this.#talk || draft.text.trim()) return;
    this.begin({ token: answer.token, number: null, standing: answer.standing });
  }

  /** The service knows the conversation no longer: its days are over, or the shop erased it. */
  #lose(): void {
    forget(this.place);
    draft.text ||= draft.answer;
    draft.answer = "";
    this.notice(this.words()[1].gone);
    this.#draw();
  }

  #forget(): void {
    const known = recall(this.place);
    const [, words] = this.words();
    const undo = make("button", { type: "button", part: "undo" }, words.undo);
    undo.addEventListener("click", () => {
      if (known) remember(this.place, known);
      this.notice();
      this.goBack();
    });
    forget(this.place);
    this.notice(`${words.forgotten} `, undo);
    this.goBack();
  }

  #keep(changed: Partial<Remembered>): void {
    const known = recall(this.place);
    if (known) remember(this.place, { ...known, ...changed });
  }
}
