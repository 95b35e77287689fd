import { createContext, useContext } from "react";
import type { Way } from "./way";

export const WayContext = createContext<Way | null>(null);

export function useWay(): Way {
  const way = useContext(WayContext);
  if (way === null) throw new Error("WayContext has no value here");
  return way;
}
