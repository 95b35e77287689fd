import { newId } from "../dashboard/messenger";

/** What somebody began to write and has not sent, by what it is about. Lost with the page, kept over everything else. */
const drafts = new Map<string, Draft>();

export interface Draft {
  readonly text: string;
  /** Our own name for the message: sent twice after a lost answer, the server keeps it once. */
  readonly key: string;
}

export function draftOf(about: string): Draft {
  return drafts.get(about) ?? { text: "", key: newId() };
}

export function keepDraft(about: string, draft: Draft): void {
  if (draft.text === "") drafts.delete(about);
  else drafts.set(about, draft);
}

export function dropDraft(about: string): void {
  drafts.delete(about);
}
