import type { Watched } from "../store";

/** What Dashboard has told us about who is looking. `refused`: it gave an empty token, its way to say "no permission". */
export type Session =
  | { readonly kind: "waiting" }
  | { readonly kind: "refused" }
  | { readonly kind: "open"; readonly token: string };

export type Theme = "light" | "dark";

export interface DashboardState {
  readonly session: Session;
  /** null: not told; the page then follows `prefers-color-scheme`, which in a frame is Dashboard's. */
  readonly theme: Theme | null;
  readonly locale: string;
}

export interface Dashboard extends Watched<DashboardState> {
  /** Another token than `old`, or null when none comes within `waitMs`. */
  nextToken(old: string, waitMs: number): Promise<string | null>;
  /** Ask for a frame of this height in CSS pixels. */
  reportHeight(pixels: number): void;
}
