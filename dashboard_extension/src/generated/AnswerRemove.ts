// Written by `npm run generate` from src/questions/AnswerRemove.graphql. Do not edit.
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

export type AnswerRemoveMutationVariables = Exact<{
  id: string | number;
}>;


export type AnswerRemoveMutation = { readonly answerRemove: { readonly question: { readonly id: string, readonly state: QuestionState, readonly answers: ReadonlyArray<{ readonly id: string, readonly state: QuestionState }> } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: QuestionErrorCode }> } | null };

export const AnswerRemove: StaffDocument<AnswerRemoveMutation, AnswerRemoveMutationVariables> = {
  operationName: "AnswerRemove",
  query: "mutation AnswerRemove($id:ID!){answerRemove(id:$id){question{id state answers{id state}}errors{field message code}}}",
};
