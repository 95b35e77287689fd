import { instant, isRecord } from "../reading";
import { type Card, readCard } from "./card";
import { call, type Refused, refused } from "./door";
import { readStanding, type Standing } from "./standing";

export interface Message {
  /** Its number in the conversation. */
  readonly seq: number;
  readonly author: "shopper" | "staff" | "system";
  readonly name: string;
  readonly text: string;
  readonly card: Card | null;
  /** Milliseconds. */
  readonly at: number;
  /** The shopper's own name for it; empty for all others. */
  readonly key: string;
}

export interface Read {
  readonly kind: "read";
  readonly number: number | null;
  readonly messages: readonly Message[];
  /** Null for what never was a chat. */
  readonly standing: Standing | null;
  /** How far staff have read; 0 where nobody says. */
  readonly readByStaff: number;
  /** With which photos may be sent. */
  readonly permit: string;
}

/** The conversation's messages after this number, the oldest first. Never throws. */
export async function readConversation(address: string | null, token: string, after: number): Promise<Read | Refused> {
  const [status, body] = await call(after ? `${address}?after=${after}` : address, { token });
  if (status !== 200 || !isRecord(body) || !Array.isArray(body.messages)) return refused(status, body);
  return {
    kind: "read",
    number: typeof body.number === "number" ? body.number : null,
    messages: body.messages.map(readMessage).filter((message) => message !== null),
    standing: readStanding(body.queue),
    readByStaff: isRecord(body.read) ? Number(body.read.staff) || 0 : 0,
    permit: String(body.permit ?? ""),
  };
}

/** Say something in the conversation; the same `key` again is the same message. Never throws. */
export async function say(
  address: string | null,
  token: string,
  said: { readonly text: string; readonly key: string; readonly files?: readonly string[] },
): Promise<{ readonly kind: "said"; readonly message: Message | null } | Refused> {
  const [status, body] = await call(address, { token, body: said });
  if (status !== 200 || !isRecord(body)) return refused(status, body);
  return { kind: "said", message: readMessage(body.message) };
}

/** A message as both doors tell it; null for what is none. */
export function readMessage(value: unknown): Message | null {
  if (!isRecord(value)) return null;
  const { author, name, text, seq, key } = value;
  const at = instant(value.at);
  const isKnown = author === "shopper" || author === "staff" || author === "system";
  if (!isKnown || typeof text !== "string" || Number.isNaN(at) || typeof seq !== "number") return null;
  return { seq, author, name: textOf(name), text, at, key: textOf(key), card: readCard(value.card) };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
