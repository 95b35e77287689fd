import { type TicketRowFragment, Tickets } from "../generated/Tickets";
import { type Found, firstPages } from "../staff/firstPages";
import type { Load } from "../staff/useLoaded";
import { filterOf, type Wanted } from "./wanted";

export interface Asked extends Wanted {
  /** How many pages are shown. */
  readonly pages: number;
}

const PAGE = 30;

export const loadTickets: Load<Asked, Found<TicketRowFragment>> = (ask, { pages, ...wanted }) =>
  firstPages(pages, async (after) => {
    const variables = { first: PAGE, after, filter: filterOf(wanted), search: wanted.search, sort: wanted.sort };
    const answer = await ask(Tickets, variables);
    return "failure" in answer ? answer : { data: answer.data.tickets };
  });
