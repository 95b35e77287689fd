import type { MailTextFragment } from "../generated/MailTexts";

/** What can be written differently, in the order in which it is read. */
export const BLOCKS = ["subject", "preheader", "heading", "body", "button", "note"] as const;

export type Texts = Readonly<Record<string, string>>;

export function textsOf(mail: MailTextFragment): Texts {
  return JSON.parse(mail.texts) as Texts;
}

/** A version's texts, whole: what it left to us is in our words. */
export function wholeOf(mail: MailTextFragment, texts: string): Texts {
  return { ...(JSON.parse(mail.ours) as Texts), ...(JSON.parse(texts) as Texts) };
}
