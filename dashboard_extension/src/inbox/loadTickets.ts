import type { Answer } from "../api/ask";
import { type TicketRowFragment, type TicketState, Tickets, type TicketsQuery } from "../generated/Tickets";
import type { Load } from "../staff/useLoaded";

export interface Asked {
  readonly state: TicketState | null;
  readonly search: string;
  /** How many pages are shown. */
  readonly pages: number;
}

export interface Found {
  readonly rows: readonly TicketRowFragment[];
  readonly total: number;
  readonly more: boolean;
}

const PAGE = 30;

/** The first pages of the list, again from the start: what was touched moves to the top. */
export const loadTickets: Load<Asked, Found> = async (ask, { state, search, pages }) => {
  const rows: TicketRowFragment[] = [];
  let after: string | null = null;
  for (let page = 1; ; page += 1) {
    const answer: Answer<TicketsQuery> = await ask(Tickets, { first: PAGE, after, state, search });
    if ("failure" in answer) return answer;
    const { tickets }: TicketsQuery = answer.data;
    rows.push(...tickets.edges.flatMap((edge) => edge?.node ?? []));
    after = tickets.pageInfo.endCursor;
    const more = tickets.pageInfo.hasNextPage;
    if (page >= pages || !more) return { data: { rows, total: tickets.totalCount, more } };
  }
};
