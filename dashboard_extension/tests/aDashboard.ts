import type { Answer, StaffDocument } from "../src/api/ask";
import { type AskStaff, askAsStaff } from "../src/api/askAsStaff";
import type { Dashboard, DashboardState } from "../src/dashboard/dashboard";
import type { OrderCardQuery } from "../src/generated/OrderCard";
import { createStore } from "../src/store";

export interface PlayedDashboard extends Dashboard {
  says(part: Partial<DashboardState>): void;
  opens(token: string): void;
  readonly heights: number[];
  /** What the page asked of Dashboard, in order: `["toast", "error", "…"]`, `["showPath", "/inbox"]`. */
  readonly deeds: unknown[][];
}

/** A Dashboard played by the test. */
export function aDashboard(start: Partial<DashboardState> = {}, canOpenPopups = true): PlayedDashboard {
  const store = createStore<DashboardState>({ session: { kind: "waiting" }, theme: null, locale: "en", ...start });
  const says = (part: Partial<DashboardState>) => store.set({ ...store.getState(), ...part });
  const heights: number[] = [];
  const deeds: unknown[][] = [];
  const note =
    (name: string) =>
    (...said: unknown[]) => {
      deeds.push([name, ...said]);
    };
  return {
    ...store,
    says,
    opens: (token) => says({ session: { kind: "open", token } }),
    heights,
    deeds,
    toast: note("toast"),
    open: note("open"),
    openOurs: note("openOurs"),
    requestPermissions: note("requestPermissions"),
    refreshEntity: note("refreshEntity"),
    openPopup: async (identifier, params) => {
      note("openPopup")(identifier, params);
      return canOpenPopups;
    },
    closePopup: note("closePopup"),
    showPath: async (path) => note("showPath")(path),
    reportHeight: (pixels) => heights.push(pixels),
    nextToken: (old, waitMs) =>
      new Promise((resolve) => {
        setTimeout(() => resolve(null), waitMs);
        store.subscribe(() => {
          const { session } = store.getState();
          if (session.kind === "open" && session.token !== old) resolve(session.token);
        });
      }),
  };
}

export type OrderAnswer = Answer<OrderCardQuery>;

/** A staff API that gives these answers to the card's question one after the other, the last one for ever. */
export function anApi(dashboard: Dashboard, ...answers: OrderAnswer[]): { ask: AskStaff; tokens: string[] } {
  const tokens: string[] = [];
  const answer = async (document: StaffDocument<unknown, unknown>, _variables: unknown, token: string) => {
    if (document.operationName === "OrderTickets") return { data: { order: { buyer: null, tickets: [] } } };
    if (document.operationName !== "OrderCard") return { data: { order: null } };
    tokens.push(token);
    return answers[Math.min(tokens.length, answers.length) - 1];
  };
  return { ask: askAsStaff(dashboard, answer as Parameters<typeof askAsStaff>[1]), tokens };
}

type Play = Record<string, (variables: never) => unknown>;

/** A staff API that answers each operation by its name: with data, or with a failure where that is returned. */
export function aStaffApi(play: Play): { ask: AskStaff; asked: [string, unknown][] } {
  const asked: [string, unknown][] = [];
  const ask = async ({ operationName }: { operationName: string }, variables: never) => {
    asked.push([operationName, variables]);
    const answer = play[operationName]?.(variables);
    if (answer === undefined) throw new Error(`nobody plays ${operationName}`);
    return typeof answer === "object" && answer !== null && "failure" in answer ? answer : { data: answer };
  };
  return { ask: ask as unknown as AskStaff, asked };
}
