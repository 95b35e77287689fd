import type { Place } from "../place";
import type { List, Photo, Review, Reviews, Stars } from "./facts";
import type { ReviewList } from "./reviewList";
import type { Words } from "./words";

export type Sort = keyof Words["sorts"];

/** Which reviews are read, in which order. */
export interface Choice {
  readonly sort: Sort;
  readonly stars: Stars | null;
  readonly photos: boolean;
  /** A word that buyers use. */
  readonly about: string;
}

export const ALL: Choice = { sort: "newest", stars: null, photos: false, about: "" };

/** A photo as it is looked at alone. */
export interface Looked extends Photo {
  readonly author: string;
  readonly stars: Stars;
}

/** What a shopper does beyond reading the first page: each is fetched when it is done. */
export interface Deeds {
  /** What is chosen already is let go again; an order stays. */
  choose(change: Partial<Choice>): void;
  next(): void;
  look(photos: readonly Looked[], at: number): void;
  vote(review: Review, button: HTMLButtonElement): void;
}

/** All that a deed may need. `choice` is the shopper's, and changes. */
export interface Desk {
  readonly place: Place;
  readonly tag: string;
  readonly words: Words;
  /** Where the first page was asked. */
  readonly address: string;
  readonly first: Reviews & List;
  readonly list: ReviewList;
  readonly deeds: Deeds;
  choice: Choice;
}
