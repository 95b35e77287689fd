import { instant, isRecord } from "../reading";

export interface Answer {
  readonly text: string;
  readonly author: string;
  /** Whether somebody who received the product answered, and not the shop. */
  readonly isBuyer: boolean;
  readonly createdAt: string;
}

export interface Question {
  readonly id: string;
  readonly text: string;
  readonly author: string;
  /** Two letters, for screen readers and hyphens; empty where it is not known. */
  readonly language: string;
  readonly createdAt: string;
  readonly answers: readonly Answer[];
}

/** What was asked about one product: a page of it, the newest first. */
export interface Questions {
  readonly count: number;
  readonly page: readonly Question[];
  /** Behind which question the next page begins; null where this is the last one. */
  readonly after: string | null;
}

/** Believe nothing that is not wholly as docs/questions.md says. */
export function readQuestions(body: unknown): Questions | null {
  if (!isRecord(body) || !Number.isSafeInteger(body.count) || !Array.isArray(body.questions)) return null;
  const page = body.questions.map(readQuestion);
  if (!page.every((one) => one !== null)) return null;
  return { count: body.count as number, page, after: typeof body.after === "string" ? body.after : null };
}

function readQuestion(value: unknown): Question | null {
  if (!isRecord(value) || typeof value.id !== "string" || !Array.isArray(value.answers)) return null;
  const said = readSaid(value);
  const answers = value.answers.map(readAnswer);
  if (!said || !answers.every((one) => one !== null)) return null;
  return { ...said, id: value.id, language: textOf(value.language), answers };
}

function readAnswer(value: unknown): Answer | null {
  const said = isRecord(value) ? readSaid(value) : null;
  return said && { ...said, isBuyer: (value as Record<string, unknown>).by !== "shop" };
}

function readSaid(value: Record<string, unknown>) {
  if (typeof value.text !== "string" || Number.isNaN(instant(value.created_at))) return null;
  return { text: value.text, author: textOf(value.author), createdAt: String(value.created_at) };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
