import { createContext, useContext, useEffect, useRef } from "react";
import type { KeyName } from "./keys";

export type KeyDeeds = Map<KeyName, () => void>;

export const KeysContext = createContext<KeyDeeds>(new Map());

/** Do this at a key, as long as this part of the page is there. */
export function useKey(name: KeyName, act: () => void): void {
  const deeds = useContext(KeysContext);
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const deed = () => latest.current();
    deeds.set(name, deed);
    return () => {
      if (deeds.get(name) === deed) deeds.delete(name);
    };
  }, [deeds, name]);
}
