import { useState } from "react";
import type { MacroFragment } from "../generated/Macros";
import { draftOf, dropDraft, keepDraft } from "../tickets/drafts";

interface Change {
  readonly text?: string;
  readonly macro?: MacroFragment | null;
}

/** Which macro each begun text came from: what it does beside its words is done when they are sent. */
const macros = new Map<string, MacroFragment>();

/** A begun text, which comes back with what it is about. */
export function useDraft(about: string) {
  const [, setDrawn] = useState(0);
  const { text, key } = draftOf(about);
  const draw = () => setDrawn((count) => count + 1);
  const set = (change: Change) => {
    if (change.text !== undefined) keepDraft(about, { text: change.text, key });
    if (change.macro) macros.set(about, change.macro);
    if (change.macro === null || change.text === "") macros.delete(about);
    draw();
  };
  return {
    text,
    key,
    macro: macros.get(about) ?? null,
    set,
    change: (next: string) => set({ text: next }),
    drop() {
      dropDraft(about);
      macros.delete(about);
      draw();
    },
  };
}
