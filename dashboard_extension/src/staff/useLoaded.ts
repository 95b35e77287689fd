import { useEffect, useMemo } from "react";
import type { Answer, StaffDocument } from "../api/ask";
import type { AskStaff } from "../api/askAsStaff";
import { useWatched } from "../useWatched";
import { followAnswer, type Loaded } from "./followAnswer";
import { hearOtherFrames } from "./otherFrames";
import { useStaff } from "./StaffContext";

export type Load<Variables, T> = (ask: AskStaff, variables: Variables) => Promise<Answer<T>>;

export interface Loading<T> {
  readonly loaded: Loaded<T>;
  readonly again: () => Promise<void>;
  readonly put: (data: T) => void;
}

/** The load of one document, as it is. */
export function loadOf<Data, Variables>(document: StaffDocument<Data, Variables>): Load<Variables, Data> {
  return (ask, variables) => ask(document, variables);
}

/**
 * Load for these variables, again when they change, and, while somebody looks, every `everyMs` and when another of our
 * frames has changed something. `load` stays the same.
 */
export function useLoaded<Variables, T>(
  load: Load<Variables, T>,
  variables: Variables,
  everyMs: number | null = null,
): Loading<T> {
  const { ask } = useStaff();
  const key = JSON.stringify(variables);
  const followed = useMemo(() => followAnswer(() => load(ask, JSON.parse(key) as Variables)), [load, ask, key]);
  useEffect(() => {
    followed.again();
    if (everyMs === null) return;
    const look = () => void (document.visibilityState === "visible" && followed.again());
    const timer = setInterval(look, everyMs);
    const deaf = hearOtherFrames(look);
    return () => {
      clearInterval(timer);
      deaf();
    };
  }, [followed, everyMs]);
  return { loaded: useWatched(followed), again: followed.again, put: followed.put };
}
