import type { AskStaff } from "../api/askAsStaff";
import { AnswerDecide } from "../generated/AnswerDecide";
import { AnswerEdit } from "../generated/AnswerEdit";
import { AnswerRemove } from "../generated/AnswerRemove";
import type { AnswerRowFragment, QuestionRowFragment, QuestionState } from "../generated/ProductQuestions";
import { QuestionAnswer } from "../generated/QuestionAnswer";
import { QuestionDecide } from "../generated/QuestionDecide";
import { outcomeOf } from "../staff/outcome";

/** What staff do about a question, as it is said when it is done. */
export type Deed =
  | "answered"
  | "edited"
  | "removed"
  | "published"
  | "rejected"
  | "reopened"
  | "buyerShown"
  | "buyerHidden";

export async function answer(ask: AskStaff, { id }: Pick<QuestionRowFragment, "id">, text: string) {
  return outcomeOf(await ask(QuestionAnswer, { id, text }), (data) => data.questionAnswer);
}

export async function decide(ask: AskStaff, { id }: QuestionRowFragment, state: QuestionState) {
  return outcomeOf(await ask(QuestionDecide, { id, state }), (data) => data.questionDecide);
}

export async function decideAnswer(ask: AskStaff, { id }: AnswerRowFragment, state: QuestionState) {
  return outcomeOf(await ask(AnswerDecide, { id, state }), (data) => data.answerDecide);
}

export async function edit(ask: AskStaff, { id }: AnswerRowFragment, text: string) {
  return outcomeOf(await ask(AnswerEdit, { id, text }), (data) => data.answerEdit);
}

export async function remove(ask: AskStaff, { id }: Pick<AnswerRowFragment, "id">) {
  return outcomeOf(await ask(AnswerRemove, { id }), (data) => data.answerRemove);
}
