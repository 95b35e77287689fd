import type {
  TicketAssigned,
  TicketClockState,
  TicketFilter,
  TicketKind,
  TicketPriority,
  TicketSort,
  TicketState,
} from "../generated/Tickets";

export type Shelf = "MINE" | "NOBODY" | "ALL" | "SNOOZED";

/** In any state but closed. */
export const UNDONE = "UNDONE";

/** Which conversations are listed, and in which order. */
export interface Wanted {
  readonly shelf: Shelf;
  readonly state: TicketState | typeof UNDONE | null;
  readonly channel: string | null;
  readonly kind: TicketKind | null;
  readonly tag: string;
  readonly reason: string | null;
  readonly priority: TicketPriority | null;
  readonly clock: TicketClockState | null;
  readonly department: string | null;
  readonly assignedEmail: string | null;
  readonly search: string;
  readonly sort: TicketSort;
}

export const EVERYTHING: Wanted = {
  shelf: "ALL",
  state: null,
  channel: null,
  kind: null,
  tag: "",
  reason: null,
  priority: null,
  clock: null,
  department: null,
  assignedEmail: null,
  search: "",
  sort: "UPDATED",
};
export const ALL_UNDONE: Wanted = { ...EVERYTHING, state: UNDONE };

const ASSIGNED: Readonly<Record<Shelf, TicketAssigned>> = {
  MINE: "MINE",
  NOBODY: "NOBODY",
  ALL: "ANYBODY",
  SNOOZED: "ANYBODY",
};

export function filterOf({ shelf, state, search: _, sort: __, tag, ...rest }: Wanted): TicketFilter {
  const standing = state === UNDONE ? { isClosed: false } : state === null ? {} : { state };
  const sleeping = shelf === "SNOOZED" ? { snoozed: true } : {};
  return { ...standing, ...sleeping, assigned: ASSIGNED[shelf], ...rest, tag: tag || null };
}

/** What a saved view lists, from its filter. */
export function wantedOf(filter: TicketFilter): Wanted {
  const { assigned, isClosed, snoozed, state, tag, ...rest } = filter;
  const shelf = snoozed ? "SNOOZED" : assigned === "MINE" || assigned === "NOBODY" ? assigned : "ALL";
  const given = Object.fromEntries(Object.entries(rest).filter(([name, value]) => name in EVERYTHING && value));
  return { ...EVERYTHING, ...given, shelf, state: state ?? (isClosed === false ? UNDONE : null), tag: tag ?? "" };
}

/** Whether two list the same, in whatever order and words. */
export function isSameView(one: Wanted, other: Wanted): boolean {
  return JSON.stringify(filterOf(one)) === JSON.stringify(filterOf(other));
}

/** Whether what is listed is all of a shelf that is not closed. */
export function isAllUndone(wanted: Wanted): boolean {
  return isSame({ ...wanted, shelf: ALL_UNDONE.shelf }, ALL_UNDONE);
}

export function isEverything(wanted: Wanted): boolean {
  return isSame(wanted, EVERYTHING);
}

function isSame(one: Wanted, other: Wanted): boolean {
  return JSON.stringify({ ...one, sort: null }) === JSON.stringify({ ...other, sort: null });
}
