import type { Contact, PanelPlace } from "./panelPlace";
import { readShop, type Shop, SOONEST_MS } from "./shop";

// Staff come and go without anybody telling a page that only shows a button.
const OLD_MS = 30_000;

/** How the shop can be reached, as it said last; where that has ended it is asked anew. */
export class ShopNow {
  readonly #place: PanelPlace;
  #contact: Contact | null = null;
  #shop: Shop | null = null;
  #askAgainAt = 0;
  /** On the clock of the page, which asked when it was opened. */
  #askedAt = 0;

  constructor(place: PanelPlace) {
    this.#place = place;
  }

  read(): Shop {
    const contact = this.#place.contact();
    if (contact !== this.#contact) {
      this.#contact = contact;
      this.#shop = readShop(contact);
      this.#askAgainAt = this.#shop?.askAgainAt ?? 0;
    }
    if (Date.now() >= this.#askAgainAt) {
      this.#askAgainAt = Date.now() + SOONEST_MS;
      this.#ask();
    }
    return this.#shop as Shop; // the launcher opens nothing where no way is named
  }

  /** Somebody looks now: who is there to chat may have changed. */
  look(): void {
    if (performance.now() - this.#askedAt > OLD_MS) this.#ask();
  }

  #ask(): void {
    this.#askedAt = performance.now();
    this.#place.askAgain();
  }
}
