import type { ClockFragment, TicketClockState } from "../generated/Tickets";

export interface ClockStanding {
  readonly state: TicketClockState;
  /** Seconds until it is due, or since it was. */
  readonly seconds: number;
}

/** How a clock stands now (milliseconds): one that was loaded a while ago has run on since. */
export function clockStanding({ state, dueAt, amberAt, leftMinutes }: ClockFragment, now: number): ClockStanding {
  if (dueAt === null) return { state, seconds: (leftMinutes ?? 0) * 60 };
  const left = (Date.parse(dueAt) - now) / 1000;
  if (left <= 0) return { state: "BREACHED", seconds: -left };
  const isAmber = amberAt !== null && now >= Date.parse(amberAt);
  return { state: isAmber ? "AMBER" : "RUNNING", seconds: left };
}
