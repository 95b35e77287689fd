import { type KeyboardEvent, type RefObject, useState } from "react";
import { MacroFill } from "../generated/MacroFill";
import { type MacroFragment, Macros } from "../generated/Macros";
import { useStaff } from "../staff/StaffContext";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useDeskWords } from "../words/desk/useDeskWords";
import { useLanguage } from "../words/useLanguage";
import { macroQuery, macrosNamed, withMacro } from "./macroQuery";

interface MacrosFor {
  readonly ticketId: string;
  readonly text: string;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly onFilled: (text: string, macro: MacroFragment) => void;
}

const loadMacros = loadOf(Macros);
const NOTHING = {};

/** The macros that a `/` looks for, filled in by the service before they stand in the text. */
export function useMacros({ ticketId, text, box, onFilled }: MacrosFor) {
  const words = useDeskWords();
  const { words: common } = useLanguage();
  const { ask, dashboard } = useStaff();
  const { loaded } = useLoaded(loadMacros, NOTHING);
  const [at, setAt] = useState(0);
  const [left, setLeft] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const caret = box.current && box.current.value === text ? box.current.selectionStart : text.length;
  const query = text === left ? null : macroQuery(text.slice(0, caret));
  const all = loaded.kind === "shown" ? loaded.data.macros : [];
  const found = query === null ? [] : macrosNamed(all, query);
  const active = found[Math.min(at, found.length - 1)] ?? null;

  const choose = async (macro: MacroFragment) => {
    setBusy(true);
    const answer = await ask(MacroFill, { id: macro.id, ticket: ticketId });
    setBusy(false);
    setAt(0);
    if ("failure" in answer) return dashboard.toast("error", words.failed, common.failures[answer.failure.code].why);
    if (answer.data.macroFill === null) return dashboard.toast("error", words.failed, words.faults.NOT_FOUND);
    onFilled(withMacro(text, caret, answer.data.macroFill.text), macro);
    box.current?.focus();
  };

  return {
    isOpen: query !== null,
    busy,
    found,
    active,
    choose,
    /** As if a `/` were typed. */
    begin() {
      const field = box.current;
      if (field === null) return;
      field.focus();
      const slash = text === "" || text.endsWith("\n") ? "/" : "\n/";
      field.setSelectionRange(text.length, text.length);
      // As typed: the field tells it to React by itself.
      field.setRangeText(slash, text.length, text.length, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
    /** True when the key was the list's. */
    pressed(event: KeyboardEvent): boolean {
      if (query === null || event.nativeEvent.isComposing) return false;
      if (event.key === "Escape") setLeft(text);
      else if (event.key === "ArrowDown") setAt((at + 1) % Math.max(1, found.length));
      else if (event.key === "ArrowUp") setAt((at - 1 + found.length) % Math.max(1, found.length));
      else if ((event.key === "Enter" || event.key === "Tab") && active !== null && !busy) choose(active);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}

export type MacroChoice = ReturnType<typeof useMacros>;
