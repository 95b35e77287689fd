import { type TicketRowFragment, type TicketState, Tickets } from "../generated/Tickets";
import { type Found, firstPages } from "../staff/firstPages";
import type { Load } from "../staff/useLoaded";

export interface Asked {
  readonly state: TicketState | null;
  readonly search: string;
  /** How many pages are shown. */
  readonly pages: number;
}

const PAGE = 30;

export const loadTickets: Load<Asked, Found<TicketRowFragment>> = (ask, { state, search, pages }) =>
  firstPages(pages, async (after) => {
    const answer = await ask(Tickets, { first: PAGE, after, state, search });
    return "failure" in answer ? answer : { data: answer.data.tickets };
  });
