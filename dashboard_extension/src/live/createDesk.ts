import type { AskStaff } from "../api/askAsStaff";
import { createStore } from "../store";
import type { Desk } from "./LiveContext";
import type { Live } from "./live";
import { createOutgoing } from "./outgoing";
import { createUnsent } from "./unsent";

/** How long an answer by mail can be taken back. */
const HELD_MS = 5_000;

/** What lives as long as the document. */
export function createDesk(live: Live, ask: AskStaff, heldMs = HELD_MS): Desk {
  return { live, unsent: createUnsent(live, ask), outgoing: createOutgoing(ask, heldMs), waiting: createStore(0) };
}
