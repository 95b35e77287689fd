import type { Answer } from "../api/ask";
import type { AskStaff } from "../api/askAsStaff";
import { type PopupMessageFragment, PopupTicket, type PopupTicketQuery } from "../generated/PopupTicket";

/** A ticket with the whole of its thread; null for one that is not there. */
export type WholeTicket = Omit<NonNullable<PopupTicketQuery["ticket"]>, "messages"> & {
  readonly said: readonly PopupMessageFragment[];
};

export async function loadTicket(ask: AskStaff, { id }: { readonly id: string }): Promise<Answer<WholeTicket | null>> {
  const said: PopupMessageFragment[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: Answer<PopupTicketQuery> = await ask(PopupTicket, { id, after });
    if ("failure" in answer) return answer;
    const ticket: PopupTicketQuery["ticket"] = answer.data.ticket;
    if (ticket === null) return { data: null };
    const { messages, ...rest }: NonNullable<PopupTicketQuery["ticket"]> = ticket;
    said.push(...messages.edges.flatMap((edge) => edge?.node ?? []));
    after = messages.pageInfo.endCursor;
    if (!messages.pageInfo.hasNextPage || after === null) return { data: { ...rest, said } };
  }
}
