import type { Place } from "./place";

// One page, one shopper: every element knows the same.
const kept = new Map<string, string>();
const stored = new Set<string>();

/** What the shopper chose. Longer than their page it is known only where they agreed: then until the tab is closed. */
export function recall(place: Place, name: string): string | null {
  const key = keyOf(place, name);
  const known = kept.get(key);
  try {
    if (!mayStore(place)) {
      if (stored.delete(key)) sessionStorage.removeItem(key);
    } else if (known === undefined) {
      stored.add(key);
      return sessionStorage.getItem(key);
    } else {
      stored.add(key);
      sessionStorage.setItem(key, known);
    }
  } catch {
    // storage is blocked or full
  }
  return known ?? null;
}

export function remember(place: Place, name: string, value: string): void {
  kept.set(keyOf(place, name), value);
  recall(place, name);
}

function mayStore({ host, page }: Place): boolean {
  return page.consent || host.hasAttribute("consent");
}

function keyOf(place: Place, name: string): string {
  return `saleor-support:${name}:${place.page.store}`;
}
