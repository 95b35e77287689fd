import { ask } from "../asking";
import { base } from "../language";
import { loadChunk } from "../load";
import { icon, make } from "../markup";
import { addressOf, type Place, tagOf, type View } from "../place";
import { wear } from "../sheet";
import { aboutOf, stageOf } from "./about";
import css from "./launcher.css?inline";
import { stateLine } from "./launcherState";
import { en, WORDS } from "./launcherWords";
import { isRemembered } from "./memory";
import type { Contact, OpenPanel, OpenSignals, Panel } from "./panelPlace";

const BUBBLE = "M4 5.5h16v11h-8.5L7 20v-3.5H4z";

type Load = typeof loadChunk;

/** The panel is fetched at the first tap, or when a conversation waits. */
export function openChat(place: Place, load: Load = loadChunk): View {
  return new Launcher(place, load);
}

/** The button, from where the shop said how it can be reached. All that can wait for the first tap is the panel's. */
class Launcher implements View {
  readonly #place: Place;
  readonly #load: Load;
  readonly #label = make("span", { part: "launcher-label" });
  readonly #state = make("span", { part: "launcher-state" });
  readonly #note = make("span", { part: "launcher-note", role: "status" });
  readonly #button = make(
    "button",
    { type: "button", part: "launcher", "aria-expanded": "false" },
    icon("launcher-icon", BUBBLE),
    make("span", { class: "words" }, this.#label, " ", this.#state),
  );
  #address: string | null = null;
  #contact: Contact | null = null;
  #words = en;
  #panel: Panel | null = null;
  #tries = 0;
  #isLoading = false;
  /** What to open with once the panel is there; null while nobody wants it open. */
  #wanted: { about: unknown } | null = null;

  constructor(place: Place, load: Load) {
    this.#place = place;
    this.#load = load;
    this.#button.onclick = () => this.#wish(this.#button.getAttribute("aria-expanded") === "true" ? "close" : "open");
    wear(place.root, css);
  }

  update(): void {
    const [address, stage] = [addressOf(this.#place, "widget.json"), stageOf(this.#place)];
    const asked = address && stage ? `${address}?at=${encodeURIComponent(stage)}` : address;
    if (asked !== this.#address) this.#ask(asked);
    if (this.#contact) this.#draw(this.#contact);
    this.#panel?.update();
  }

  pause(): void {
    if (!this.#contact) this.#address = null; // an answer that comes now is not wanted
    this.#place.page.ignoreWishes(this.#wish);
    this.#panel?.pause();
  }

  async #ask(address: string | null): Promise<void> {
    this.#address = address;
    const contact = address ? ((await ask(address)) as Contact | null) : null;
    if (address !== this.#address) return; // something else was asked meanwhile
    if (contact?.channels?.[0]) this.#take(contact);
    // What was said before is better than nothing.
    this.#place.shows(!!this.#contact);
  }

  #take(contact: Contact): void {
    this.#contact = contact;
    if (/^#[\da-f]{6}$/i.test(contact.accent)) wear(this.#place.root, `:host{--shop-accent:${contact.accent}}`);
    this.#draw(contact);
    if (isRemembered(this.#place)) this.#fetchPanel(); // an answer may have come
    this.#panel?.update();
  }

  #draw(contact: Contact): void {
    const { page, root } = this.#place;
    const tag = tagOf(this.#place, WORDS);
    const words = WORDS[base(tag)] ?? en;
    this.#words = words;
    this.#button.lang = tag;
    this.#label.textContent = words.help;
    this.#state.textContent = stateLine(tag, words, contact, Date.now());
    if (!this.#button.isConnected) root.append(this.#button, this.#note);
    page.answerWishes(this.#wish);
    // Where the signals' chunk does not come nobody is watched, and nothing raised.
    if (page.behaviour && page.tracked.length)
      this.#load<OpenSignals>(page.chunks + CHUNKS.signals).then(
        ({ open }) => open(this.#place),
        () => {},
      );
  }

  readonly #wish = (wish: "open" | "close", about?: unknown): void => {
    this.#note.textContent = "";
    const isOpening = wish === "open";
    // The shop may open a tool of its own.
    if (isOpening && !this.#place.page.tell("opening", aboutOf(this.#place), this.#place.host)) return;
    this.#wanted = isOpening ? { about } : null;
    if (this.#panel) this.#panel[wish](about);
    else if (isOpening) this.#fetchPanel();
  };

  async #fetchPanel(): Promise<void> {
    if (this.#panel || this.#isLoading) return;
    this.#isLoading = true;
    try {
      // A browser may remember that an address failed, and not try it again.
      const again = this.#tries++ ? `?${this.#tries}` : "";
      const { open } = await this.#load<OpenPanel>(this.#place.page.chunks + CHUNKS.chat + again);
      this.#panel = open({
        ...this.#place,
        launcher: this.#button,
        contact: () => this.#contact as Contact, // without it there is no button to open the panel
        askAgain: () => this.#ask(this.#address),
      });
      if (this.#wanted) this.#panel.open(this.#wanted.about);
      else if (this.#place.host.isConnected) this.#panel.update();
    } catch {
      if (this.#wanted) this.#note.textContent = this.#words.failed;
    }
    this.#isLoading = false;
  }
}
