import type { Page } from "./page";

/** Saleor's token of the customer who is signed in, where the shop's page gave one. */
export function tokenOf({ identity }: Page): string | null {
  return typeof identity === "string" ? identity : null;
}
