import type { Page } from "./page";

/** One call of the queue: a name, and what it needs. */
export type Call = readonly [name: string, ...values: unknown[]];

declare global {
  interface Window {
    SaleorSupport?: Call[];
  }
}

type Listener = (detail: unknown) => void;
type Handle = (page: Page, ...values: unknown[]) => void;

const listeners = new WeakMap<Listener, EventListener>();

const HANDLES: Readonly<Record<string, Handle>> = {
  setLocale: (page, locale) => page.setLocale(text(locale)),
  consent: (page, given) => {
    page.consent = given === true;
    page.changed();
  },
  identify: (page, token) => {
    page.identity = text(token) || null;
    page.changed();
  },
  track: (page, name, facts) => page.track(text(name), facts),
  open: (page, about) => page.wish("open", about),
  close: (page, about) => page.wish("close", about),
  on: (_, name, listener) => {
    if (typeof listener !== "function") return;
    const hear = hearing(listener as Listener);
    document.addEventListener(`saleor-support:${text(name)}`, hear);
    // Calls are taken once we are ready, so who asks from here on has missed it.
    if (name === "ready" && started) queueMicrotask(() => (listener as Listener)(null));
  },
  off: (_, name, listener) => {
    const hear = listeners.get(listener as Listener);
    if (hear) document.removeEventListener(`saleor-support:${text(name)}`, hear);
  },
};

let started = false;

/** Take the calls that wait in `window.SaleorSupport`, and every later one as it is pushed. */
export function takeCalls(page: Page): void {
  const warned = new Set<string>();
  const take = (call: Call): void => {
    const name = Array.isArray(call) ? String(call[0]) : String(call);
    if (Array.isArray(call) && Object.hasOwn(HANDLES, name)) HANDLES[name]?.(page, ...call.slice(1));
    else if (!warned.has(name)) {
      warned.add(name);
      console.warn(`SaleorSupport: there is no call ${JSON.stringify(name)}`);
    }
  };
  // The array itself is kept: the page may hold on to it.
  if (!Array.isArray(window.SaleorSupport)) window.SaleorSupport = [];
  const queue = window.SaleorSupport;
  for (const call of queue.splice(0)) take(call);
  queue.push = (...calls) => {
    for (const call of calls) take(call);
    return 0;
  };
  started = true;
}

function hearing(listener: Listener): EventListener {
  const known = listeners.get(listener);
  if (known) return known;
  const hear: EventListener = (event) => listener((event as CustomEvent<unknown>).detail);
  listeners.set(listener, hear);
  return hear;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
