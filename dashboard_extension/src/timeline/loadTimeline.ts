import { type MomentFragment, OrderTimeline } from "../generated/OrderTimeline";
import { PersonTimeline } from "../generated/PersonTimeline";
import { type Found, firstPages } from "../staff/firstPages";
import type { Load } from "../staff/useLoaded";

/** Whose timeline: an order's, by Saleor's id, or a person's, by their e-mail. */
export type TimelineOf = { readonly order: string } | { readonly email: string };

interface Asked {
  readonly of: TimelineOf;
  readonly pages: number;
}

const PAGE = 50;
const EMPTY = { edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 };

export const loadTimeline: Load<Asked, Found<MomentFragment>> = (ask, { of, pages }) =>
  firstPages<MomentFragment>(pages, async (after) => {
    if ("order" in of) {
      const answer = await ask(OrderTimeline, { id: of.order, first: PAGE, after });
      return "failure" in answer ? answer : { data: answer.data.order?.timeline ?? EMPTY };
    }
    const answer = await ask(PersonTimeline, { email: of.email, first: PAGE, after });
    return "failure" in answer ? answer : { data: answer.data.customer?.timeline ?? EMPTY };
  });
