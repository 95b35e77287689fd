import { counted } from "../counting";
import { make } from "../markup";
import type { Words } from "./words";

/** The dot on the launcher: so many answers wait. */
export class Unread {
  readonly element = make("span", { part: "unread" });

  show(tag: string, words: Words, count: number): void {
    this.element.hidden = count === 0;
    this.element.replaceChildren(make("span", {}, ` ${counted(tag, words.unread, count)}`));
  }
}
