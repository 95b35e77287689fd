import { type ReviewRowFragment, type ReviewSignal, type ReviewState, Reviews } from "../generated/Reviews";
import { type Found, firstPages } from "../staff/firstPages";
import type { Load } from "../staff/useLoaded";

/** Which reviews are listed; what is empty or false lets all through. */
export interface Wanted {
  readonly state: ReviewState;
  readonly stars: number | null;
  readonly language: string;
  readonly signal: ReviewSignal | null;
  readonly withPhotos: boolean;
  readonly unanswered: boolean;
  readonly product: { readonly id: string; readonly name: string } | null;
}

interface Asked {
  readonly wanted: Wanted;
  /** How many pages are shown. */
  readonly pages: number;
}

const PAGE = 20;

export const EVERY_PENDING: Wanted = {
  state: "PENDING",
  stars: null,
  language: "",
  signal: null,
  withPhotos: false,
  unanswered: false,
  product: null,
};

export const loadReviews: Load<Asked, Found<ReviewRowFragment>> = (ask, { wanted, pages }) =>
  firstPages(pages, async (after) => {
    const { product, stars, ...others } = wanted;
    const filter = { ...others, stars: stars === null ? [] : [stars], productId: product?.id ?? null };
    const answer = await ask(Reviews, { first: PAGE, after, filter });
    return "failure" in answer ? answer : { data: answer.data.reviews };
  });
