import { channelOf, type Place } from "../place";

/** The one conversation that this device has with the shop, from the first message on. */
export interface Remembered {
  readonly token: string;
  readonly number: number | null;
  /** The newest message that the shopper has seen. */
  readonly seen: string | null;
  /** How many newer ones of staff's there are, and when that was asked (milliseconds). */
  readonly unread: number;
  readonly askedAt: number;
}

// Where a browser lets us keep nothing, the page does.
const kept = new Map<string, string>();

/** Null before the shopper sent a message, and after they had it forgotten: then this device holds nothing of ours. */
export function recall(place: Place): Remembered | null {
  try {
    const found = JSON.parse(read(keyOf(place)) ?? "null");
    return typeof found?.token === "string" ? found : null;
  } catch {
    return null;
  }
}

export function remember(place: Place, conversation: Remembered): void {
  const [key, text] = [keyOf(place), JSON.stringify(conversation)];
  kept.set(key, text);
  try {
    localStorage.setItem(key, text);
  } catch {
    // storage is blocked or full
  }
}

export function forget(place: Place): void {
  kept.delete(keyOf(place));
  try {
    localStorage.removeItem(keyOf(place));
  } catch {
    // storage is blocked
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return kept.get(key) ?? null;
  }
}

function keyOf(place: Place): string {
  return `saleor-support:conversation:${place.page.store}:${channelOf(place)}`;
}
