import { useSyncExternalStore } from "react";
import type { Watched } from "./store";

export function useWatched<T>(watched: Watched<T>): T {
  return useSyncExternalStore(watched.subscribe, watched.getState);
}
