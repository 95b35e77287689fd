import { icon, make } from "../markup";
import { Menu, type MenuActs } from "./menu";
import type { Shop } from "./shop";
import { isLive, type Standing } from "./standing";
import { stateOf } from "./stateOf";
import type { Words } from "./words";

const CROSS = "M6 6l12 12M18 6L6 18";

/** The panel without what is in it: who is there, what just happened, a way out. */
export class Frame {
  readonly element: HTMLElement;
  readonly #face = make("span", { part: "face-of", "aria-hidden": "true" });
  readonly #name = make("h2", { part: "name", id: "name" });
  readonly #state = make("p", { part: "state", id: "state" });
  readonly #notice = make("div", { part: "notice", role: "status" });
  readonly #ways = make("div", {});
  #body = make("div", { class: "body" });
  readonly #content = make("div", { part: "content" }, this.#notice, this.#ways, this.#body);
  readonly #menu: Menu;
  readonly #inner: HTMLElement;
  readonly #close: HTMLButtonElement;
  #photo = "";

  constructor({ close, ...acts }: MenuActs & { close(): void }) {
    this.#menu = new Menu(acts);
    this.#close = make("button", { type: "button", part: "close" }, icon("close-icon", CROSS));
    this.#close.addEventListener("click", close);
    const title = make("div", { class: "title" }, this.#name, this.#state);
    const header = make("header", { part: "header" }, this.#face, title, this.#menu.element, this.#close);
    // Where it stands is the page's direction, how it reads is its language's.
    this.#inner = make("div", { class: "inner" }, header, this.#content);
    const named = { "aria-labelledby": "name", "aria-describedby": "state" };
    this.element = make("div", { part: "panel", id: "panel", role: "dialog", tabindex: "-1", ...named }, this.#inner);
    this.element.hidden = true;
  }

  /** The agent's name and face while one chats with the shopper, else the shop's. */
  head(tag: string, words: Words, shop: Shop, standing: Standing | null, now: number): void {
    const agent = standing?.state === "seated" ? standing.agent : null;
    this.#inner.lang = tag;
    this.#inner.dir = words.dir;
    this.#close.setAttribute("aria-label", words.close);
    this.#name.textContent = agent?.name ?? shop.name;
    this.#state.textContent = agent
      ? [agent.expertise, shop.name].filter(Boolean).join(" · ")
      : stateOf(tag, words, shop, now);
    this.#state.classList.toggle("is-open", shop.isOpen && !agent);
    this.#showFace(agent?.name ?? "", agent?.photo ?? "");
  }

  notice(...parts: (Node | string)[]): void {
    this.#notice.replaceChildren(...parts);
  }

  ways(ways: HTMLElement | null): void {
    this.#ways.replaceChildren(...(ways ? [ways] : []));
  }

  fill(body: HTMLElement | null, isConversation: boolean): void {
    this.#content.classList.toggle("talking", isConversation);
    // With its wrapper: one that stayed, and stands elsewhere then, would count as a layout shift of the shop's page.
    const filled = make("div", { class: "body" }, body);
    this.#body.replaceWith(filled);
    this.#body = filled;
  }

  /** What can be done with the conversation, where there is one. */
  offer(words: Words, talk: { readonly standing: Standing | null; readonly isAnswered: boolean } | null): void {
    const standing = talk?.standing ?? null;
    const isAnswered = talk?.isAnswered ?? false;
    const isChat = standing !== null;
    this.#menu.offer(words, { isConversation: talk !== null, isLive: isLive(standing), isChat, isAnswered });
    this.#content.classList.toggle("alone", standing !== null && !["waiting", "missed"].includes(standing.state));
  }

  closeMenu(): boolean {
    return this.#menu.close();
  }

  #showFace(name: string, photo: string): void {
    if (this.#photo === name + photo) return;
    this.#photo = name + photo;
    const initial = name.trim().slice(0, 1).toLocaleUpperCase();
    this.#face.replaceChildren(initial);
    if (!photo) return;
    const image = make("img", { src: photo, alt: "", width: "40", height: "40", referrerpolicy: "no-referrer" });
    image.addEventListener("error", () => image.remove()); // the page's policy may let it not in
    this.#face.append(image);
  }
}
