import type { Answer } from "../api/ask";
import { type CartCaseRowFragment, type CartCaseState, CartCases, type CartCasesQuery } from "../generated/CartCases";
import { type Found, firstPages } from "../staff/firstPages";
import type { Load } from "../staff/useLoaded";

export interface Asked {
  readonly state: CartCaseState;
  readonly search: string;
  /** How many pages are shown. */
  readonly pages: number;
}

export interface FoundCases extends Found<CartCaseRowFragment> {
  /** How many there are in each state, whatever state is shown. */
  readonly states: CartCasesQuery["cartStates"];
}

const PAGE = 20;

export const loadCases: Load<Asked, FoundCases> = async (ask, { state, search, pages }) => {
  let states: FoundCases["states"] = [];
  const found: Answer<Found<CartCaseRowFragment>> = await firstPages(pages, async (after) => {
    const answer = await ask(CartCases, { first: PAGE, after, state, search });
    if ("failure" in answer) return answer;
    states = answer.data.cartStates;
    return { data: answer.data.cartCases };
  });
  return "failure" in found ? found : { data: { ...found.data, states } };
};
