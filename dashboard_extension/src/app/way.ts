import type { Dashboard } from "../dashboard/dashboard";
import { createStore, type Watched } from "../store";

/** Which page is shown. Dashboard opens ours at `appUrl + path`, and shows the same path behind its own address. */
export type Place =
  | { readonly page: "setup" }
  | { readonly page: "inbox"; readonly ticketId: string | null }
  | { readonly page: "carts"; readonly caseId: string | null }
  | { readonly page: "contacts"; readonly personId: string | null }
  | { readonly page: "mails"; readonly kind: string | null }
  | { readonly page: "settings"; readonly configurationId: string | null }
  | { readonly page: "approvals" }
  | { readonly page: "report" }
  | { readonly page: "reviews" }
  | { readonly page: "questions" }
  | { readonly page: "promises" }
  | { readonly page: "permissions" }
  | { readonly page: "nowhere" };

/** Instead of a configuration's id in an address. */
export const NEW = "new";
export const DELIVERY = "delivery";
export const PLANS = "carts";
export const AUTHORITY = "authority";
export const ROUTING = "routing";
/** Instead of a ticket's id. */
export const WALL = "wall";
export const MACROS = "macros";
export const SEAT = "seat";
export const HELD = "held";
/** Instead of a case's id. */
export const REPORT = "report";

/** Pages with nothing behind them. */
const ALONE: readonly string[] = [
  "approvals",
  "report",
  "reviews",
  "questions",
  "promises",
  "permissions",
] satisfies Place["page"][];

/** Asked before a page is left. It calls `go` when that is right, now or later. */
export type Guard = (go: () => void) => void;

export interface Way extends Watched<string> {
  go(path: string): void;
  /** Ask `guard` before the page is left; null to ask nobody. */
  setGuard(guard: Guard | null): void;
}

export function placeOf(path: string): Place {
  const [page = "", id = null, ...rest] = path.replace(/^\/|\/$/g, "").split("/");
  if (rest.length > 0) return { page: "nowhere" };
  if (page === "inbox") return { page, ticketId: id && decodeURIComponent(id) };
  if (page === "carts") return { page, caseId: id && decodeURIComponent(id) };
  if (page === "contacts") return { page, personId: id && decodeURIComponent(id) };
  if (page === "mails") return { page, kind: id && decodeURIComponent(id) };
  if (page === "settings") return { page, configurationId: id && decodeURIComponent(id) };
  if (id !== null) return { page: "nowhere" };
  if (page === "") return { page: "setup" };
  return ALONE.includes(page) ? ({ page } as Place) : { page: "nowhere" };
}

/** Go from page to page within this one document: the bridge to Dashboard does not outlive it. */
export function createWay(dashboard: Pick<Dashboard, "showPath">): Way {
  const path = createStore(location.pathname);
  let guard: Guard | null = null;
  const ask = (go: () => void) => (guard === null ? go() : guard(go));

  function leave(to: string): void {
    guard = null;
    path.set(to);
  }

  async function go(to: string): Promise<void> {
    leave(to);
    // Dashboard's entry in the history comes before ours, so that the first step back is one in our page.
    await dashboard.showPath(to);
    if (path.getState() === to) history.pushState(null, "", to + location.search);
  }

  window.addEventListener("popstate", () => {
    const to = location.pathname;
    if (guard === null) return leave(to);
    history.pushState(null, "", path.getState() + location.search);
    ask(() => go(to));
  });
  return {
    ...path,
    go: (to) => {
      if (to !== path.getState()) ask(() => go(to));
    },
    setGuard: (next) => {
      guard = next;
    },
  };
}
