import { createContext, useContext } from "react";
import type { Store } from "../store";
import type { Live } from "./live";
import type { Outgoing } from "./outgoing";
import type { UnsentLines } from "./unsent";

/** What goes on while pages come and go: the line to the chats, and what is on its way to shoppers. */
export interface Desk {
  readonly live: Live;
  readonly unsent: UnsentLines;
  readonly outgoing: Outgoing;
  /** How many shoppers look for somebody now, for the title. */
  readonly waiting: Store<number>;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("DeskContext has no value here");
  return desk;
}

export function useLive(): Live {
  return useDesk().live;
}
