import { channelOf, type Place } from "../place";
import type { Standing } from "./standing";

/** What was written and not kept by the service yet. */
export interface Unsent {
  readonly key: string;
  readonly text: string;
  /** Ids of the photos that go with it. */
  readonly files: readonly string[];
}

/** The one conversation that this device has with the shop, from the first message on. */
export interface Remembered {
  readonly token: string;
  readonly number: number | null;
  /** The number of the newest message that the shopper has seen. */
  readonly seen: number;
  /** How many newer ones of staff's there are, and when that was asked (milliseconds). */
  readonly unread: number;
  readonly askedAt: number;
  /** What the service calls it; empty until that is known. */
  readonly id?: string;
  /** Where the chat stands; null for what never was one. */
  readonly standing?: Standing | null;
  /** The panel was left open in a chat. */
  readonly isOpen?: boolean;
  /** The shopper does not want the page to say where they are. */
  readonly isHidden?: boolean;
  readonly isRated?: boolean;
  readonly unsent?: readonly Unsent[];
}

// Where a browser lets us keep nothing, the page does.
const kept = new Map<string, string>();

/** Whether there may be one: asked on every page, by code that is to stay small. */
export function isRemembered(place: Place): boolean {
  try {
    return localStorage.getItem(keyOf(place)) !== null;
  } catch {
    return false; // storage is blocked
  }
}

/** Null before the shopper sent a message, and after they had it forgotten: then this device holds nothing of ours. */
export function recall(place: Place): Remembered | null {
  try {
    const found = JSON.parse(read(keyOf(place)) ?? "null");
    return typeof found?.token === "string" ? { ...found, seen: Number(found.seen) || 0 } : null;
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

export function keyOf(place: Place): string {
  return `saleor-support:conversation:${place.page.store}:${channelOf(place)}`;
}
