import { vi } from "vitest";
import { Page } from "../src/page";
import type { Place } from "../src/place";

/** What the script tag says on aurora's pages. */
export function auroraPage(data: Readonly<Record<string, string>> = {}): Page {
  const script = document.createElement("script");
  script.src = "https://support.example.com/widget.js";
  Object.assign(script.dataset, { store: "aurora-key", channel: "tr", locale: "en", ...data });
  return new Page(script);
}

/** A place on the page for a chunk to draw in. */
export function aPlace(attributes: Readonly<Record<string, string>>, page = auroraPage()) {
  const host = document.createElement("div");
  for (const [name, value] of Object.entries(attributes)) host.setAttribute(name, value);
  document.body.append(host);
  const shows = vi.fn<(something: boolean) => void>();
  const place: Place = { host, root: host.attachShadow({ mode: "open" }), page, shows };
  return { place, host, root: place.root, page, shows };
}

/** Let everything happen that was only waiting for its turn. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) await Promise.resolve();
}

export const LIRA = (amount: string) => ({ amount, currency: "TRY" });

export const STANDARD = {
  id: "standard",
  name: "Standard",
  price: LIRA("29.90"),
  tax: "INCLUDED",
  needs: null,
  window: { from: "2026-11-24", to: "2026-11-25" },
  cutoff: null,
  reason: null,
  steps: [],
};
export const COURIER = {
  ...STANDARD,
  id: "courier",
  name: "Courier",
  price: LIRA("49.90"),
  window: null,
  reason: "NO_DAYS",
};

/** As docs/storefront.md says it; the first option is the cheapest. */
export function factsOf(...options: object[]) {
  const [first = null] = options as { id: string }[];
  return {
    country: "TR",
    postalCode: null,
    quantity: 1,
    until: "2026-11-24T00:00:00+03:00",
    promise: "signed",
    reason: first ? null : "NO_METHOD",
    cheapest: first?.id ?? null,
    fastest: null,
    freeFrom: null,
    options,
    pickup: [],
    region: { duties: false, note: "" },
    returns: null,
    wrong: null,
  };
}

/** A server whose answers the test gives by hand, in any order. */
export function aServer() {
  const asked: {
    url: string;
    headers: Headers;
    body: string;
    signal: AbortSignal;
    answer(body: unknown, status?: number, date?: string): Promise<void>;
  }[] = [];
  vi.stubGlobal("fetch", (url: string, { signal, headers, body: sent }: RequestInit) => {
    return new Promise((resolve, reject) => {
      signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
      const answer = (body: unknown, status = 200, date = "") => {
        const text = typeof body === "string" ? body : JSON.stringify(body);
        resolve(new Response(text, { status, headers: date ? { date } : {} }));
        return settled();
      };
      asked.push({ url, headers: new Headers(headers), body: String(sent), signal: signal as AbortSignal, answer });
    });
  });
  return asked;
}
