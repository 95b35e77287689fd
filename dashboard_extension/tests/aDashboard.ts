import type { Answer, Ask } from "../src/api/ask";
import type { Dashboard, DashboardState } from "../src/dashboard/dashboard";
import type { OrderCardQuery } from "../src/generated/OrderCard";
import { createStore } from "../src/store";

export interface PlayedDashboard extends Dashboard {
  says(part: Partial<DashboardState>): void;
  opens(token: string): void;
  readonly heights: number[];
}

/** A Dashboard played by the test. */
export function aDashboard(start: Partial<DashboardState> = {}): PlayedDashboard {
  const store = createStore<DashboardState>({ session: { kind: "waiting" }, theme: null, locale: "en", ...start });
  const says = (part: Partial<DashboardState>) => store.set({ ...store.getState(), ...part });
  const heights: number[] = [];
  return {
    ...store,
    says,
    opens: (token) => says({ session: { kind: "open", token } }),
    heights,
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

/** A staff API that gives these answers one after the other, the last one for ever. */
export function anApi(...answers: OrderAnswer[]): { ask: Ask; tokens: string[] } {
  const tokens: string[] = [];
  const ask = async (_document: unknown, _variables: unknown, token: string) => {
    tokens.push(token);
    return answers[Math.min(tokens.length, answers.length) - 1];
  };
  return { ask: ask as Ask, tokens };
}
