import { useEffect } from "react";
import { isWriting, keysAreOn } from "../inbox/keys";
import { useWay } from "./WayContext";

/** How long the second key may take. */
const PATIENCE_MS = 1_500;
const PLACES: Readonly<Record<string, string>> = { i: "/inbox", r: "/reviews" };

/** `g` and then a letter goes to a page, from any of them. */
export function useGoKeys(): void {
  const way = useWay();
  useEffect(() => {
    let begun = 0;
    const pressed = (event: KeyboardEvent) => {
      const { key, ctrlKey, altKey, metaKey } = event;
      if (ctrlKey || altKey || metaKey || event.isComposing || isWriting(event.target) || !keysAreOn()) return;
      if (document.querySelector("dialog[open]")) return;
      const to = event.timeStamp - begun < PATIENCE_MS ? PLACES[key] : undefined;
      begun = key === "g" ? event.timeStamp : 0;
      if (to === undefined) return;
      event.preventDefault();
      way.go(to);
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [way]);
}
