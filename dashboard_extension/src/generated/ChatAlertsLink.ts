// Written by `npm run generate` from src/inbox/ChatAlertsLink.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ChatAlertsLinkMutationVariables = Exact<{
  language: string;
}>;


export type ChatAlertsLinkMutation = { readonly chatAlertsLink: { readonly url: string } | null };

export const ChatAlertsLink: StaffDocument<ChatAlertsLinkMutation, ChatAlertsLinkMutationVariables> = {
  operationName: "ChatAlertsLink",
  query: "mutation ChatAlertsLink($language:String!){chatAlertsLink(language:$language){url}}",
};
