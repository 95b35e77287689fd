import type { Page } from "./page";

/** Where a chunk draws, and what it may know. */
export interface Place {
  /** The element on the page. Read it, never write to it: it may be the server's, and another script's to change. */
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly page: Page;
  /** Say whether anything is shown: a shop may style `:state(empty)`. */
  shows(something: boolean): void;
}

export interface View {
  /** Attributes, or what the page said, may have changed; or the element is back on the page. */
  update(): void;
  /** The element left the page; it may come back. */
  pause(): void;
}

/** What every element's chunk exports. */
export type Open = (place: Place) => View;
