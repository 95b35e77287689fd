import { remember, remembered } from "../remembered";
import { isMac } from "../tickets/isSendKey";

export const ALT = {
  KeyJ: "next",
  KeyK: "previous",
  KeyE: "close",
  KeyL: "reply",
  KeyP: "note",
  KeyM: "snooze",
} as const;

const MOD_ALT = { KeyE: "closeAndNext", KeyA: "photos" } as const;

export type KeyName = (typeof ALT)[keyof typeof ALT] | (typeof MOD_ALT)[keyof typeof MOD_ALT] | "search" | "help";

type Pressed = Pick<KeyboardEvent, "key" | "code" | "altKey" | "ctrlKey" | "metaKey" | "isComposing"> & {
  getModifierState(key: string): boolean;
};

/** What a key asks for, by where it lies and not by what it writes: Alt writes "∆" on a Mac. AltGr belongs to writing. */
export function keyOf(event: Pressed, isWriting: boolean): KeyName | null {
  if (event.isComposing || event.getModifierState("AltGraph")) return null;
  const withMod = isMac ? event.metaKey : event.ctrlKey;
  if (event.altKey && withMod) return MOD_ALT[event.code as keyof typeof MOD_ALT] ?? null;
  if (event.ctrlKey || event.metaKey) return null;
  if (event.altKey) return ALT[event.code as keyof typeof ALT] ?? null;
  if (isWriting) return null;
  if (event.key === "/") return "search";
  return event.key === "?" ? "help" : null;
}

export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input:not([type=checkbox], [type=radio]), textarea, select");
}

const STORED = "saleor-support:inbox-keys";

/** Kept in this browser only when somebody turned the keys off. */
export function keysAreOn(): boolean {
  return remembered(STORED) !== "off";
}

export function turnKeys(on: boolean): void {
  remember(STORED, on ? null : "off");
}
