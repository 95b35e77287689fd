import type { KeyboardEvent } from "react";

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** Ctrl+Enter, or ⌘ Enter on a Mac; not while a word is still being put together from several keys. */
export function isSendKey(event: KeyboardEvent): boolean {
  return event.key === "Enter" && (isMac ? event.metaKey : event.ctrlKey) && !event.nativeEvent.isComposing;
}
