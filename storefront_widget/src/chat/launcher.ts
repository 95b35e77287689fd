import { Asking } from "../asking";
import { base } from "../language";
import { icon, make } from "../markup";
import { addressOf, type Open, type Place, tagOf, type View } from "../place";
import { wear } from "../sheet";
import { type Contact, readContact } from "./contact";
import css from "./launcher.css?inline";
import { en, WORDS } from "./launcherWords";
import { recall } from "./memory";
import type { OpenPanel, Panel } from "./panelPlace";

const BUBBLE = "M4 5.5h16v11h-8.5L7 20v-3.5H4z";

type Load = (address: string) => Promise<{ open: OpenPanel }>;

/** `chunk` is the panel's address, seen from ours. It is fetched at the first tap, or when a conversation waits. */
export function openChat(chunk: string, load: Load = loadPanel): Open {
  return (place) => new Launcher(place, chunk, load);
}

/** The button, from where the shop said how it can be reached. */
class Launcher implements View {
  readonly #place: Place;
  readonly #chunk: string;
  readonly #load: Load;
  readonly #asking = new Asking(readContact, (contact) => this.#take(contact));
  readonly #colours = new CSSStyleSheet();
  readonly #label = make("span", { part: "launcher-label" });
  readonly #note = make("p", { part: "launcher-note", role: "status" });
  readonly #button: HTMLButtonElement;
  #contact: Contact | null = null;
  #panel: Panel | null = null;
  #tries = 0;
  #isLoading = false;
  #isShown = false;
  /** What to open with once the panel is there; null while nobody wants it open. */
  #wanted: { about: unknown } | null = null;
  #forget: (() => void) | undefined;

  constructor(place: Place, chunk: string, load: Load) {
    this.#place = place;
    this.#chunk = chunk;
    this.#load = load;
    const state = { "aria-expanded": "false", "aria-controls": "panel" };
    const parts = [icon("launcher-icon", BUBBLE), this.#label];
    this.#button = make("button", { type: "button", part: "launcher", ...state }, ...parts);
    this.#button.addEventListener("click", () => this.#wish(this.#isShown ? "close" : "open"));
    wear(place.root, css);
    place.root.adoptedStyleSheets = [...place.root.adoptedStyleSheets, this.#colours];
  }

  update(): void {
    this.#asking.at(addressOf(this.#place, "widget.json"));
    if (this.#contact) this.#draw(this.#contact);
    this.#panel?.update();
  }

  pause(): void {
    this.#asking.pause();
    this.#forget?.();
    this.#forget = undefined;
    this.#panel?.pause();
  }

  #take(contact: Contact | null): void {
    const known = contact ?? this.#contact; // what was said before is better than nothing
    this.#place.shows(known !== null);
    if (!known) return;
    this.#contact = known;
    this.#draw(known);
    if (recall(this.#place)) this.#fetchPanel(); // an answer may have come
    this.#panel?.update();
  }

  #draw({ accent }: Contact): void {
    const { page, root } = this.#place;
    const tag = tagOf(this.#place, WORDS);
    const words = WORDS[base(tag)] ?? en;
    this.#button.lang = tag;
    this.#label.textContent = words.help;
    if (!this.#button.isConnected) root.append(this.#button, this.#note);
    this.#colours.replaceSync(accent ? `:host{--shop-accent:${accent}}` : "");
    this.#forget ??= page.answerWishes((wish, about) => this.#wish(wish, about));
  }

  #wish(wish: "open" | "close", about?: unknown): void {
    this.#note.textContent = "";
    this.#wanted = wish === "open" ? { about } : null;
    if (wish === "close") this.#panel?.hide();
    else if (this.#panel) this.#panel.show(about);
    else this.#fetchPanel();
  }

  async #fetchPanel(): Promise<void> {
    if (this.#panel || this.#isLoading) return;
    this.#isLoading = true;
    try {
      // A browser may remember that an address failed, and not try it again.
      const again = this.#tries++ ? `?${this.#tries}` : "";
      const { open } = await this.#load(this.#place.page.base + this.#chunk + again);
      this.#panel = open(this.#panelPlace());
      if (this.#wanted) this.#panel.show(this.#wanted.about);
      else if (this.#place.host.isConnected) this.#panel.update();
    } catch {
      if (this.#wanted) this.#note.textContent = (WORDS[base(this.#button.lang)] ?? en).failed;
    } finally {
      this.#isLoading = false;
    }
  }

  #panelPlace() {
    return {
      ...this.#place,
      launcher: this.#button,
      contact: () => this.#known(),
      isShown: (shown: boolean) => {
        this.#isShown = shown;
        this.#button.setAttribute("aria-expanded", String(shown));
      },
    };
  }

  #known(): Contact {
    const contact = this.#contact as Contact; // without it there is no button to open the panel
    if (Date.now() >= contact.askAgainAt && !this.#asking.isUnderWay) this.#asking.again();
    return contact;
  }
}

function loadPanel(address: string): Promise<{ open: OpenPanel }> {
  return import(/* @vite-ignore */ address);
}
