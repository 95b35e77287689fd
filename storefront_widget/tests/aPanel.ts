import { vi } from "vitest";
import type { Panel, PanelPlace } from "../src/chat/panelPlace";
import { aPlace, auroraPage } from "./aPage";
import { type Answers, answered, aService, type Call, contactOf } from "./aShop";

export const KEY = "saleor-support:conversation:aurora-key:tr";
export const NOW = Date.parse("2026-11-21T18:00:00+03:00"); // a Saturday
export const HELLO = {
  seq: 1,
  author: "shopper",
  name: "Ada",
  text: "Where is my lamp?",
  at: "2026-11-21T14:59:00+00:00",
};
export const ANSWER = {
  seq: 2,
  author: "staff",
  name: "Aurora Lights",
  text: "On its way.",
  at: "2026-11-21T15:00:00+00:00",
};

/** A page whose policy lets no socket out. */
class NoSocket {
  constructor() {
    throw new DOMException("blocked", "SecurityError");
  }
}

const panels: Panel[] = [];
/** How the shopper points: a finger covers what is under it. */
export const pointer = { isFine: true };

export function prepare(): void {
  localStorage.clear();
  pointer.isFine = true;
  vi.stubEnv("TZ", "Europe/Istanbul");
  vi.useFakeTimers({ now: NOW, toFake: ["Date", "performance", "setTimeout", "clearTimeout"] });
  vi.stubGlobal("matchMedia", (query: string) => ({ matches: query.includes("pointer") && pointer.isFine }));
  vi.stubGlobal("WebSocket", NoSocket);
}

export function putAway(): void {
  for (const panel of panels.splice(0)) panel.pause();
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.resetModules();
}

/** What the service has: messages of one conversation; and what it says to the form, to an answer, and when it is down. */
export function aDesk(...messages: (typeof HELLO)[]) {
  const desk = {
    messages,
    form: [200, { ok: true, number: 12, conversation: "token" }] as ReturnType<Answers>,
    said: [200, { ok: true, message: HELLO }] as ReturnType<Answers>,
    down: null as ReturnType<Answers> | null,
    calls: [] as Call[],
  };
  desk.calls = aService(({ path, method }) => {
    if (path === "tr/tickets") return desk.form;
    if (method === "POST") return desk.said;
    const after = new URLSearchParams(path.split("?")[1]).get("after");
    const from = desk.messages.findIndex(({ seq }) => String(seq) === after) + 1;
    return desk.down ?? [200, { number: 12, subject: "Lamp", state: "OPEN", messages: desk.messages.slice(from) }];
  });
  return desk;
}

export function known(changed: object = {}) {
  return { token: "token", number: 12, seen: 0, unread: 0, askedAt: 0, ...changed };
}

export async function opened(
  contact: object = {},
  { page = auroraPage(), show = true, about = undefined as unknown, attributes = {} } = {},
) {
  const { open } = await import("../src/chat/support-chat");
  await import("../src/chat/more"); // so that it is there at once when it is asked for
  const there = aPlace(attributes, page);
  const launcher = there.root.appendChild(document.createElement("button"));
  const said = contactOf(contact);
  const askAgain = vi.fn();
  const place: PanelPlace = { ...there.place, launcher, contact: () => said, askAgain };
  const panel = open(place);
  panels.push(panel);
  launcher.focus();
  if (show) panel.open(about);
  else panel.update();
  await answered();
  const part = (name: string) => there.root.querySelector<HTMLElement>(`[part~=${name}]`);
  const parts = (name: string) => Array.from(there.root.querySelectorAll<HTMLElement>(`[part~=${name}]`));
  const field = (name: string) => there.root.querySelector(`[name=${name}]`) as HTMLInputElement;
  const type = (name: string, text: string) => {
    field(name).value = text;
    field(name).dispatchEvent(new Event("input"));
  };
  const send = async () => {
    (part("send") ?? part("say"))?.click();
    await answered();
  };
  const texts = () => parts("message-text").map((one) => one.textContent);
  return { ...there, panel, place, launcher, askAgain, part, parts, field, type, send, texts };
}

export async function pass(seconds: number) {
  for (let second = 0; second < seconds; second++) {
    vi.advanceTimersByTime(1_000);
    await answered();
  }
}

export const reads = (calls: readonly Call[]) => calls.filter(({ method }) => method === "GET").map(({ path }) => path);
