import { type ReviewRowFragment, type ReviewState, Reviews } from "../generated/Reviews";
import { type Found, firstPages } from "../staff/firstPages";
import type { Load } from "../staff/useLoaded";

interface Asked {
  readonly state: ReviewState;
  /** How many pages are shown. */
  readonly pages: number;
}

const PAGE = 20;

export const loadReviews: Load<Asked, Found<ReviewRowFragment>> = (ask, { state, pages }) =>
  firstPages(pages, async (after) => {
    const answer = await ask(Reviews, { first: PAGE, after, state });
    return "failure" in answer ? answer : { data: answer.data.reviews };
  });
