import { make } from "../markup";
import { isRecord } from "../reading";
import type { Photo } from "./card";
import { call } from "./door";
import type { Words } from "./words";

// It is drawn anew within some seconds.
const ASK_EVERY_MS = 1_500;
const ASK_AT_MOST = 40;

/** A photo that was sent, as soon as it may be seen: it says what became of it. */
export function drawSent(words: Words, { url, alt }: Photo, number: number): HTMLElement {
  const element = make("span", { part: "photo" }, words.photoComing);
  show(element, words, url, alt || words.photo.replace("{n}", String(number)));
  return element;
}

async function show(element: HTMLElement, words: Words, url: string, name: string): Promise<void> {
  for (let asked = 0; asked < ASK_AT_MOST; asked++) {
    const sizes = await sizesOf(url);
    if (sizes === "refused") break;
    if (sizes) return draw(element, name, sizes);
    await new Promise((done) => setTimeout(done, ASK_EVERY_MS));
    if (!element.isConnected) return;
  }
  element.textContent = words.photoRefused;
}

/** The addresses of its sizes; null while it is being drawn. */
export async function sizesOf(url: string): Promise<Readonly<Record<string, string>> | "refused" | null> {
  const [status, body] = await call(url);
  if (status === 404 || (isRecord(body) && body.state === "REFUSED")) return "refused";
  return isRecord(body) && body.state === "READY" ? (body.sizes as Record<string, string>) : null;
}

function draw(element: HTMLElement, name: string, sizes: Readonly<Record<string, string>>): void {
  const link = make("a", { href: sizes["1600"] ?? "", target: "_blank", rel: "noopener noreferrer" });
  const image = make("img", { part: "picture", src: sizes["320"] ?? "", alt: name });
  image.addEventListener("error", () => image.replaceWith(name)); // the page's policy lets no picture in
  link.append(image);
  element.replaceChildren(link);
}
