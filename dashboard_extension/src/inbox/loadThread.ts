import type { Answer } from "../api/ask";
import { type SaidFragment, TicketThread, type TicketThreadQuery } from "../generated/TicketThread";
import type { Load } from "../staff/useLoaded";

export type Ticket = NonNullable<TicketThreadQuery["ticket"]>;

export interface Thread {
  readonly ticket: Ticket;
  readonly said: readonly SaidFragment[];
}

const PAGE = 100;
const MOST_PAGES = 20;

/** A ticket with all that was said, page after page; null where there is none, or not for the reader. */
export const loadThread: Load<{ readonly id: string }, Thread | null> = async (ask, { id }) => {
  const said: SaidFragment[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer: Answer<TicketThreadQuery> = await ask(TicketThread, { id, first: PAGE, after });
    if ("failure" in answer) return answer;
    const { ticket }: TicketThreadQuery = answer.data;
    if (ticket === null) return { data: null };
    said.push(...ticket.messages.edges.flatMap((edge) => edge?.node ?? []));
    after = ticket.messages.pageInfo.endCursor;
    if (!ticket.messages.pageInfo.hasNextPage || page === MOST_PAGES - 1) return { data: { ticket, said } };
  }
  return { data: null };
};
