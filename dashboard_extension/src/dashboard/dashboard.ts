import type { Watched } from "../store";

/** How long Dashboard may take to say who is looking, until we say that it has not. */
export const HANDSHAKE_WAIT_MS = 10_000;

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

export type ToastTone = "success" | "warning" | "error";

export interface Dashboard extends Watched<DashboardState> {
  /** Another token than `old`, or null when none comes within `waitMs`. */
  nextToken(old: string, waitMs: number): Promise<string | null>;
  /** Ask for a frame of this height in CSS pixels. */
  reportHeight(pixels: number): void;
  /** Say something in Dashboard's own corner. Errors stay there until they are put away. */
  toast(tone: ToastTone, title: string, text?: string): void;
  /** Write this path of ours into Dashboard's address. Settles when Dashboard has done it, or will not. */
  showPath(path: string): Promise<void>;
  /** Open a page of Dashboard's, such as `/orders/…`. */
  open(path: string): void;
  /** Open a page of ours, such as `/inbox`, from a card. */
  openOurs(path: string): void;
  /** Have the page around us read its order or product again, after we changed it. Older Dashboards do not. */
  refreshEntity(): void;
  /** Open a popup of ours on this page; false where this Dashboard cannot, which it takes a moment to find out. */
  openPopup(identifier: string, params: Readonly<Record<string, string>>): Promise<boolean>;
  /** Close the popup that we are. */
  closePopup(): void;
  /** Have Dashboard ask whether the app may have these permissions; it comes back to `path` of ours. */
  requestPermissions(permissions: readonly string[], path: string): void;
}
