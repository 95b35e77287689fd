// Written by `npm run generate` from src/questions/QuestionAnswer.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What was decided about it. */
export type QuestionState =
  /** Nobody has decided about it. */
  | 'PENDING'
  /** Everybody may read it. */
  | 'PUBLISHED'
  /** It is not shown. */
  | 'REJECTED';

export type QuestionErrorCode =
  | 'NOT_FOUND'
  | 'NOT_YOURS'
  | 'REQUIRED'
  | 'TOO_LONG';

export type QuestionAnswerMutationVariables = Exact<{
  id: string | number;
  text: string;
}>;


export type QuestionAnswerMutation = { readonly questionAnswer: { readonly question: { readonly id: string, readonly state: QuestionState, readonly answers: ReadonlyArray<{ readonly id: string, readonly state: QuestionState }> } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: QuestionErrorCode }> } | null };

export const QuestionAnswer: StaffDocument<QuestionAnswerMutation, QuestionAnswerMutationVariables> = {
  operationName: "QuestionAnswer",
  query: "mutation QuestionAnswer($id:ID!$text:String!){questionAnswer(id:$id text:$text){question{id state answers{id state}}errors{field message code}}}",
};
