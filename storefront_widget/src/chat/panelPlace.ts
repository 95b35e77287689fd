import type { Place, View } from "../place";
import type { Contact } from "./contact";

/** Where the panel draws: beside the launcher, in the same element. */
export interface PanelPlace extends Place {
  readonly launcher: HTMLElement;
  /** What the shop said last. Where that has ended it is asked for anew, and `update` follows. */
  contact(): Contact;
  /** The panel was opened or closed. */
  isShown(shown: boolean): void;
}

export interface Panel extends View {
  /** `about.text` is put into the box to write in, unless the shopper wrote there. */
  show(about?: unknown): void;
  hide(): void;
}

/** What the panel's chunk exports. */
export type OpenPanel = (place: PanelPlace) => Panel;
