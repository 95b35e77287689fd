/** What this browser keeps for its reader, null where there is nothing, or where it lets a frame of another site's keep nothing. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keep it, or forget it with null; where that is not allowed it holds until the page is loaded anew. */
export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // As said above.
  }
}
