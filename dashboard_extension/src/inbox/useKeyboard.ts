import { useEffect, useState } from "react";
import type { KeyDeeds } from "./KeysContext";
import { isWriting, keyOf, keysAreOn, turnKeys } from "./keys";

/** Do what the keys ask for while they are on. */
export function useKeyboard(deeds: KeyDeeds): { readonly on: boolean; readonly turn: (on: boolean) => void } {
  const [on, setOn] = useState(keysAreOn);
  useEffect(() => {
    if (!on) return;
    const pressed = (event: KeyboardEvent) => {
      const name = keyOf(event, isWriting(event.target));
      const deed = name && !document.querySelector("dialog[open]") && deeds.get(name);
      if (!deed) return;
      event.preventDefault();
      deed();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [deeds, on]);
  return {
    on,
    turn: (next) => {
      turnKeys(next);
      setOn(next);
    },
  };
}
