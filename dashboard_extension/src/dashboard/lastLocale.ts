/**
 * Dashboard says its locale by an event and nowhere else, and to a frame that it loads twice only the first time: the address
 * changes when its theme comes. What the first document heard is kept for the next, which then also begins in that language.
 */
const STORED = "saleor-support:locale";

export function lastLocale(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null; // the browser lets no frame of another site's keep anything
  }
}

export function keepLocale(locale: string): void {
  try {
    localStorage.setItem(STORED, locale);
  } catch {
    // Then the next document waits for the event.
  }
}
