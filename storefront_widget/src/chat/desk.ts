import type { Refused } from "./door";
import type { Site } from "./here";
import type { PanelPlace } from "./panelPlace";
import type { Shop } from "./shop";
import type { Standing } from "./standing";
import type { Words } from "./words";

/** What the shopper is writing; the page's, not the element's: a shop may draw its elements anew. */
export interface Draft {
  text: string;
  email: string;
  name: string;
  answer: string;
  /** The page as it was when the shopper said that something on it does not work; sent again it is the same. */
  site: Site | undefined;
}

/** A conversation as it begins. */
export interface Beginnings {
  readonly token: string;
  readonly number: number | null;
  readonly standing?: Standing | null;
  /** The shopper does not want the page to say where they are. */
  readonly isHidden?: boolean;
}

/** What the panel's rooms know of it, and may ask of it. */
export interface Desk {
  readonly place: PanelPlace;
  readonly draft: Draft;
  words(): [tag: string, words: Words];
  shop(): Shop;
  /** Say what just happened, above everything; nothing, without parts. */
  notice(...parts: (Node | string)[]): void;
  /** A conversation is there from now on. */
  begin(conversation: Beginnings): void;
  /** Show what is to be shown now, with the focus in it. */
  goBack(): void;
  close(): void;
  /** Tell the page that somebody said something. */
  tell(author: "shopper" | "staff", number: number | null): void;
}

/** What is shown in the panel. A room that is `held` stays until the shopper leaves it. */
export interface Room {
  readonly element: HTMLElement;
  readonly isHeld: boolean;
  focus(): void;
  fill(): void;
}

export function sentenceOf(words: Words, kind: Refused["kind"]): string {
  const { limited, failed, blocked, fieldWrong, otherWords } = words;
  return {
    limited,
    blocked,
    wrong: fieldWrong,
    words: otherWords,
    gone: failed,
    failed,
    ended: failed,
    unknown: failed,
  }[kind];
}
