import { counted } from "../counting";
import { make } from "../markup";
import type { Deeds, Looked } from "./deeds";
import type { Words } from "./words";

/** Squares in a row, each a button that shows its photo large. */
export function drawPhotos(tag: string, words: Words, photos: readonly Looked[], deeds: Deeds): HTMLElement {
  const items = photos.map((photo, at) => {
    const attributes = { src: photo.small, alt: textOf(tag, words, photo), loading: "lazy", width: "80", height: "80" };
    const picture = make("img", { ...attributes, part: "picture", referrerpolicy: "no-referrer" });
    const button = make("button", { type: "button", part: "photo" }, picture);
    const item = make("li", {}, button);
    button.addEventListener("click", () => deeds.look(photos, at));
    // A page whose policy does not let pictures in shows none, rather than holes.
    picture.addEventListener("error", () => item.remove());
    return item;
  });
  return make("ul", { part: "photos", "aria-label": words.photos }, ...items);
}

/** What those hear who do not see a photo. */
export function textOf(tag: string, words: Words, { author, stars }: Looked): string {
  return `${words.photo.replace("{name}", () => author || words.buyer)}, ${counted(tag, words.rating, stars)}`;
}
