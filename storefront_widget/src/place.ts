import { knownTag } from "./language";
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

export function channelOf({ host, page }: Place): string {
  return host.getAttribute("channel") || page.channel;
}

/** Where we speak of this place's channel; null while the page has not said which store and channel it is. */
export function addressOf(place: Place, ...steps: readonly string[]): string | null {
  const [store, channel] = [place.page.store, channelOf(place)];
  if (!store || !channel) return null;
  return `${place.page.base}s/${[store, channel, ...steps].map(encodeURIComponent).join("/")}`;
}

/** The language to speak here, as a tag for Intl and `lang`. */
export function tagOf({ host, page }: Place, words: Readonly<Record<string, unknown>>): string {
  return knownTag(host.getAttribute("locale") || page.locale, words);
}
