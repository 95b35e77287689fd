// Written by `npm run generate` from src/questions/ProductQuestions.graphql. Do not edit.
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

/** Which questions to list. */
export type QuestionShelf =
  /** Nobody answered for everybody to read; who waits longest comes first. */
  | 'UNANSWERED'
  /** A buyer's answer waits to be published or rejected; the oldest question comes first. */
  | 'TO_CHECK'
  /** Everybody may read it with an answer; the newest comes first. */
  | 'ANSWERED'
  /** It is not shown; the newest comes first. */
  | 'REJECTED';

export type ProductQuestionsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  shelf: QuestionShelf;
}>;


export type ProductQuestionsQuery = { readonly productQuestions: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: QuestionRowFragment | null } | null>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type QuestionRowFragment = { readonly id: string, readonly text: string, readonly authorName: string, readonly language: string, readonly state: QuestionState, readonly signals: ReadonlyArray<string>, readonly isToBeTold: boolean, readonly toldAt: string | null, readonly moderatedBy: string | null, readonly createdAt: string, readonly productId: string, readonly productName: string | null, readonly answers: ReadonlyArray<AnswerRowFragment> };

export type AnswerRowFragment = { readonly id: string, readonly text: string, readonly authorName: string, readonly by: string | null, readonly isBuyer: boolean, readonly state: QuestionState, readonly signals: ReadonlyArray<string>, readonly editedAt: string | null, readonly createdAt: string };

export const ProductQuestions: StaffDocument<ProductQuestionsQuery, ProductQuestionsQueryVariables> = {
  operationName: "ProductQuestions",
  query: "query ProductQuestions($first:Int!$after:String$shelf:QuestionShelf!){productQuestions(first:$first after:$after shelf:$shelf){edges{node{...QuestionRow}}pageInfo{hasNextPage endCursor}totalCount}}fragment QuestionRow on ProductQuestion{id text authorName language state signals isToBeTold toldAt moderatedBy createdAt productId productName answers{...AnswerRow}}fragment AnswerRow on ProductAnswer{id text authorName by isBuyer state signals editedAt createdAt}",
};
