import { ProductQuestions, type QuestionRowFragment, type QuestionShelf } from "../generated/ProductQuestions";
import { type Found, firstPages } from "../staff/firstPages";
import type { Load } from "../staff/useLoaded";

interface Asked {
  readonly shelf: QuestionShelf;
  /** How many pages are shown. */
  readonly pages: number;
}

const PAGE = 20;

export const loadQuestions: Load<Asked, Found<QuestionRowFragment>> = (ask, { shelf, pages }) =>
  firstPages(pages, async (after) => {
    const answer = await ask(ProductQuestions, { first: PAGE, after, shelf });
    return "failure" in answer ? answer : { data: answer.data.productQuestions };
  });
