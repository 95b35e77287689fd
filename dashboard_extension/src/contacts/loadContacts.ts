import type { Answer } from "../api/ask";
import {
  type ContactReason,
  type ContactRowFragment,
  type ContactState,
  Contacts,
  type ContactsQuery,
  type MessageMedium,
  type MessagePurpose,
} from "../generated/Contacts";
import type { Load } from "../staff/useLoaded";

/** What the list is narrowed to; null is everything. */
export interface Narrowing {
  readonly state: ContactState | null;
  readonly purpose: MessagePurpose | null;
  readonly medium: MessageMedium | null;
  readonly reason: ContactReason | null;
  readonly search: string;
}

export const EVERYTHING: Narrowing = { state: null, purpose: null, medium: null, reason: null, search: "" };

export interface Asked extends Narrowing {
  readonly person: string | null;
  /** How many pages are shown. */
  readonly pages: number;
}

export interface Found {
  readonly rows: readonly ContactRowFragment[];
  readonly total: number;
  readonly more: boolean;
  readonly pausedAt: string | null;
}

const PAGE = 30;

/** The first pages of the list, again from the start: what is new comes first. */
export const loadContacts: Load<Asked, Found> = async (ask, { pages, ...narrowed }) => {
  const rows: ContactRowFragment[] = [];
  let after: string | null = null;
  for (let page = 1; ; page += 1) {
    const answer: Answer<ContactsQuery> = await ask(Contacts, { first: PAGE, after, ...narrowed });
    if ("failure" in answer) return answer;
    const { contacts, outboxPausedAt }: ContactsQuery = answer.data;
    rows.push(...contacts.edges.flatMap((edge) => edge?.node ?? []));
    after = contacts.pageInfo.endCursor;
    const more = contacts.pageInfo.hasNextPage;
    if (page >= pages || !more) {
      return { data: { rows, total: contacts.totalCount, more, pausedAt: outboxPausedAt } };
    }
  }
};
