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

const EVENT = "saleor-support:";
const listeners = new Map<unknown, EventListener>();

// Without a prototype: nobody calls what every object has. What a page hands over is read where it is used.
const HANDLES: Readonly<Record<string, Handle | undefined>> = {
  __proto__: null as never,
  setLocale: (page, locale) => page.setLocale(locale as string),
  consent: (page, given, purpose) => {
    const isGiven = given === true;
    page[purpose === "behaviour" ? purpose : "consent"] = isGiven;
    page.behaviour &&= isGiven;
    page.changed();
  },
  identify: (page, identity) => {
    page.identity = identity || null;
    page.changed();
  },
  track: (page, name, facts) => page.track(name as string, facts),
  open: (page, about) => page.wish("open", about),
  close: (page, about) => page.wish("close", about),
  on: (page, name, listener) => {
    const hear = listeners.get(listener) ?? ((event) => (listener as Listener)((event as CustomEvent<unknown>).detail));
    listeners.set(listener, hear);
    document.addEventListener(EVENT + name, hear);
    // Calls are taken once we are ready, so who asks from here on has missed it.
    if (name === "ready" && page.isReady) queueMicrotask(() => (listener as Listener)(null));
  },
  off: (_, name, listener) => document.removeEventListener(EVENT + name, listeners.get(listener) as EventListener),
};

/** Take the calls that wait in `window.SaleorSupport`, and every later one as it is pushed. */
export function takeCalls(page: Page): void {
  const take = (...calls: Call[]): number => {
    for (const call of calls) {
      const handle = Array.isArray(call) && HANDLES[call[0]];
      if (handle) handle(page, ...call.slice(1));
      else console.warn("SaleorSupport: no such call", call);
    }
    return 0;
  };
  // The array itself is kept: the page may hold on to it.
  if (!Array.isArray(window.SaleorSupport)) window.SaleorSupport = [];
  const queue = window.SaleorSupport;
  take(...queue.splice(0));
  queue.push = take;
  page.isReady = true;
}
