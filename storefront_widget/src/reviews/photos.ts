import { icon, make } from "../markup";
import type { Desk, Looked } from "./deeds";
import { textOf } from "./drawPhotos";
import { moreWordsOf } from "./moreWords";

const CROSS = "M6 6l12 12M18 6L6 18";
const BACK = "m15 6-6 6 6 6";
const ON = "m9 6 6 6-6 6";

/** One photo large, over the page; arrows lead to the others. */
export function look(desk: Desk, photos: readonly Looked[], at: number): void {
  const words = moreWordsOf(desk.tag);
  const picture = make("img", { part: "large", referrerpolicy: "no-referrer" });
  const caption = make("p", { part: "caption", role: "status" });
  const dialog = make("dialog", { part: "dialog", lang: desk.tag, "aria-label": desk.words.photos }, picture, caption);
  let place = at;
  const show = (next: number): void => {
    place = (next + photos.length) % photos.length;
    const photo = photos[place] as Looked;
    const text = textOf(desk.tag, desk.words, photo);
    for (const [name, value] of Object.entries({
      src: photo.large,
      alt: text,
      width: photo.width,
      height: photo.height,
    }))
      picture.setAttribute(name, String(value));
    const n = new Intl.NumberFormat(desk.tag);
    const where = words.place.replace("{n}", n.format(place + 1)).replace("{all}", n.format(photos.length));
    caption.replaceChildren(make("bdi", {}, text), photos.length > 1 ? ` · ${where}` : "");
  };
  const button = (part: string, name: string, path: string, press: () => void): HTMLElement => {
    const made = make("button", { type: "button", part, "aria-label": name }, icon("arrow", path));
    made.addEventListener("click", press);
    return made;
  };
  if (photos.length > 1)
    dialog.append(
      button("before", words.before, BACK, () => show(place - 1)),
      button("after", words.after, ON, () => show(place + 1)),
    );
  dialog.append(button("close", words.close, CROSS, () => dialog.close()));
  dialog.addEventListener("keydown", ({ key }) => {
    const back = getComputedStyle(dialog).direction === "rtl" ? "ArrowRight" : "ArrowLeft";
    if (photos.length > 1 && key.startsWith("Arrow") && /Left|Right/.test(key)) show(place + (key === back ? -1 : 1));
  });
  // A press beside the photo means the page behind it.
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  show(at);
  desk.place.root.append(dialog);
  dialog.showModal(); // and whoever closes it is where they were
}
