import { icon, make } from "../markup";
import type { Way } from "./shop";
import { when } from "./when";
import type { Words } from "./words";

const ICONS = {
  whatsapp:
    "M4 20l1.3-4A8 8 0 1 1 8.300 18.800zM9 8.500c-.5 3 3.500 7 6.500 6.500l.5-2-2-1-1 1c-1-.5-1.500-1-2-2l1-1-1-2z",
  phone:
    "M6 3.500h3l1.500 4-2 1.500a11 11 0 0 0 6.500 6.500l1.500-2 4 1.500v3a2 2 0 0 1-2 2A16 16 0 0 1 4 5.500a2 2 0 0 1 2-2z",
  email: "M3.500 6h17v12.500h-17zM4 6.500l8 6 8-6",
} as const;

/** The ways that lead elsewhere, in the merchant's order; a closed one says when it opens, if anybody knows. */
export function drawWays(tag: string, words: Words, ways: readonly Way[], now: number): HTMLElement | null {
  const links = ways.map((way) => (way.kind === "form" ? null : link(tag, words, way, way.kind, now)));
  if (links.every((one) => one === null)) return null;
  return make("ul", { part: "ways", "aria-label": words.ways }, ...links.map((one) => one && make("li", {}, one)));
}

function link(tag: string, words: Words, way: Way, kind: keyof typeof ICONS, now: number): HTMLElement {
  const elsewhere = kind === "whatsapp" ? { target: "_blank", rel: "noopener noreferrer" } : {};
  const detail = way.isOpen ? addressIn(way) : opening(tag, words, way, now);
  return make(
    "a",
    { part: way.isOpen ? "way" : "way way-closed", href: way.url, ...elsewhere },
    icon("way-icon", ICONS[kind]),
    make("span", { part: "way-name" }, words[kind]),
    make("span", { part: "way-detail" }, make("bdi", {}, detail)),
  );
}

function opening(tag: string, words: Words, { opensAt }: Way, now: number): string {
  if (opensAt === null || opensAt <= now) return words.wayClosed;
  return words.wayClosedUntil.replace("{when}", when(tag, words, opensAt, now));
}

/** The number or address in a link, for those who call or write from elsewhere. */
function addressIn({ kind, url }: Way): string {
  const address = url.replace(/^(tel:|mailto:|https:\/\/wa\.me\/)/, "").replace(/\?.*/, "");
  try {
    return kind === "whatsapp" ? `+${address.replace(/^\+/, "")}` : decodeURIComponent(address);
  } catch {
    return address;
  }
}
