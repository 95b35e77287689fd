import { icon, make } from "../markup";
import { span } from "./launcherState";
import { isTool, type Kind, type Way } from "./shop";
import type { WayWords as Words } from "./wayWords";
import { when } from "./when";

const ICONS = {
  whatsapp:
    "M4 20l1.3-4A8 8 0 1 1 8.300 18.800zM9 8.500c-.5 3 3.500 7 6.500 6.500l.5-2-2-1-1 1c-1-.5-1.500-1-2-2l1-1-1-2z",
  phone:
    "M6 3.500h3l1.500 4-2 1.500a11 11 0 0 0 6.500 6.500l1.500-2 4 1.500v3a2 2 0 0 1-2 2A16 16 0 0 1 4 5.500a2 2 0 0 1 2-2z",
  email: "M3.500 6h17v12.500h-17zM4 6.500l8 6 8-6",
  chat: "M4 5.500h16v11h-8.500L7 20v-3.500H4z",
  video: "M4 6.500h11v11H4zM15 10.500l5.500-3v9l-5.500-3z",
  clock: "M12 3.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 0 0 0-17zM12 7.500v5l3 2",
} as const;
const ICON_OF: Readonly<Record<Exclude<Kind, "form" | "chat">, keyof typeof ICONS>> = {
  whatsapp: "whatsapp",
  phone: "phone",
  email: "email",
  instagram: "chat",
  messenger: "chat",
  telegram: "chat",
  video: "video",
  callback: "clock",
  chatwoot: "chat",
  crisp: "chat",
};

/** Called with a way that opens here: a call-back, or a tool of another maker. */
export type OpenWay = (way: Way) => void;

const LENS = "M10.500 4a6.500 6.500 0 1 0 0 13a6.500 6.500 0 0 0 0-13zM15.500 15.500l5 5";

/** What stands behind the ways: looking for oneself. */
export function drawFind(text: string, find: () => void): HTMLElement {
  const button = make(
    "button",
    { type: "button", part: "way" },
    icon("way-icon", LENS),
    make("span", { part: "way-name" }, text),
  );
  button.addEventListener("click", find);
  return button;
}

/** The ways beside writing here, in the merchant's order; a closed one says when it opens. */
export function drawWays(
  tag: string,
  words: Words,
  ways: readonly Way[],
  now: number,
  open: OpenWay,
  last: HTMLElement | null = null,
): HTMLElement | null {
  const drawn = [...ways.map((way) => (isHere(way) ? null : drawWay(tag, words, way, now, open))), last];
  if (drawn.every((one) => one === null)) return null;
  return make("ul", { part: "ways", "aria-label": words.ways }, ...drawn.map((one) => one && make("li", {}, one)));
}

/** What the panel itself is for. */
export function isHere({ kind }: Way): boolean {
  return kind === "form" || kind === "chat";
}

function drawWay(tag: string, words: Words, way: Way, now: number, open: OpenWay): HTMLElement {
  const part = way.isOpen ? "way" : "way way-closed";
  const drawn =
    way.kind === "callback" || isTool(way)
      ? make("button", { type: "button", part })
      : make("a", { part, href: way.url, ...(way.url.startsWith("https:") && ELSEWHERE) });
  if (drawn instanceof HTMLButtonElement) drawn.addEventListener("click", () => open(way));
  drawn.append(
    icon("way-icon", ICONS[ICON_OF[way.kind as keyof typeof ICON_OF] ?? "chat"]),
    make("span", { part: "way-name" }, words[way.kind]),
    make("span", { part: "way-detail" }, make("bdi", {}, wayDetail(tag, words, way, now))),
  );
  return drawn;
}

const ELSEWHERE = { target: "_blank", rel: "noopener noreferrer" };

export function wayDetail(tag: string, words: Words, way: Way, now: number): string {
  const said = way.isOpen ? addressIn(way) || replies(tag, words, way) : opening(tag, words, way, now);
  return [said, languages(tag, way)].filter(Boolean).join(" · ");
}

function replies(tag: string, words: Words, { replyMinutes }: Way): string {
  return replyMinutes === null ? "" : words.replies.replace("{time}", span(tag, replyMinutes));
}

function languages(tag: string, way: Way): string {
  const names = way.languages.length ? new Intl.DisplayNames(tag, { type: "language" }) : null;
  return way.languages.map((code) => nameOf(names, code)).join(", ");
}

function nameOf(names: Intl.DisplayNames | null, code: string): string {
  try {
    return names?.of(code) ?? code;
  } catch {
    return code; // not a language tag at all
  }
}

function opening(tag: string, words: Words, { opensAt }: Way, now: number): string {
  if (opensAt === null || opensAt <= now) return words.wayClosed;
  return words.wayClosedUntil.replace("{when}", when(tag, words, opensAt, now));
}

/** The number or address in a link, for those who call or write from elsewhere. */
function addressIn({ kind, url }: Way): string {
  if (kind !== "phone" && kind !== "email" && kind !== "whatsapp") return "";
  const address = url.replace(/^(tel:|mailto:|https:\/\/wa\.me\/)/, "").replace(/\?.*/, "");
  try {
    return kind === "whatsapp" ? `+${address.replace(/^\+/, "")}` : decodeURIComponent(address);
  } catch {
    return address;
  }
}
