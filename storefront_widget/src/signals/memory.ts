import type { Page } from "../page";

// Where a browser lets us keep nothing, the page does.
const kept = new Set<string>();

/** Whether the launcher was raised in this session already, or is not to be raised again at all. */
export function isDone(page: Page): boolean {
  return isKept(() => sessionStorage, raised(page)) || isKept(() => localStorage, unwanted(page));
}

export function rememberRaised(page: Page): void {
  keep(() => sessionStorage, raised(page));
}

export function rememberUnwanted(page: Page): void {
  keep(() => localStorage, unwanted(page));
}

/** The shopper takes their consent back. That they want none of it stays: it is their own word. */
export function forgetRaised(page: Page): void {
  kept.delete(raised(page));
  try {
    sessionStorage.removeItem(raised(page));
  } catch {
    // storage is blocked
  }
}

function keep(storage: () => Storage, key: string): void {
  kept.add(key);
  try {
    storage().setItem(key, "1");
  } catch {
    // storage is blocked or full
  }
}

function isKept(storage: () => Storage, key: string): boolean {
  try {
    return kept.has(key) || storage().getItem(key) !== null;
  } catch {
    return false;
  }
}

function raised(page: Page): string {
  return `saleor-support:raised:${page.store}`;
}

function unwanted(page: Page): string {
  return `saleor-support:not-again:${page.store}`;
}
