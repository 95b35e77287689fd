import { instant, isRecord } from "../reading";

export interface Message {
  readonly id: string;
  readonly author: "shopper" | "staff" | "system";
  readonly name: string;
  readonly text: string;
  /** Milliseconds. */
  readonly at: number;
}

export interface Form {
  readonly text: string;
  readonly email: string;
  readonly name: string;
  readonly locale: string;
  /** The same form again under the same key is one ticket. */
  readonly key: string;
}

export interface Fault {
  readonly field: string;
  readonly code: string;
}

/** Why something was not taken: what was written is still the shopper's. */
export type Refused =
  | { readonly kind: "wrong"; readonly faults: readonly Fault[] }
  | { readonly kind: "limited" | "gone" | "failed" };

export interface Opened {
  readonly kind: "opened";
  readonly number: number | null;
  /** Opens exactly this conversation; null where the service gave none. */
  readonly token: string | null;
}

const PATIENCE_MS = 20_000;

/** Send the form at this address: the ticket it became, or why not. Never throws. */
export async function openTicket(address: string, form: Form): Promise<Opened | Refused> {
  const { name, ...needed } = form;
  const [status, body] = await call(address, { body: { ...needed, ...(name && { name }), website: "" } });
  if (status !== 200 || !isRecord(body)) return refused(status, body);
  const { number, conversation } = body;
  return {
    kind: "opened",
    number: typeof number === "number" ? number : null,
    token: typeof conversation === "string" ? conversation : null,
  };
}

export interface Read {
  readonly kind: "read";
  readonly number: number | null;
  readonly messages: readonly Message[];
}

/** The conversation's messages, the oldest first; those after one of them, where it is named. Never throws. */
export async function readConversation(address: string, token: string, after: string | null): Promise<Read | Refused> {
  const [status, body] = await call(after ? `${address}?after=${encodeURIComponent(after)}` : address, { token });
  if (status !== 200 || !isRecord(body) || !Array.isArray(body.messages)) return refused(status, body);
  const messages = body.messages.map(readMessage).filter((message) => message !== null);
  return { kind: "read", number: typeof body.number === "number" ? body.number : null, messages };
}

/** Say something in the conversation; the same `key` again is the same message. Never throws. */
export async function say(
  address: string,
  token: string,
  text: string,
  key: string,
): Promise<{ readonly kind: "said" } | Refused> {
  const [status, body] = await call(address, { token, body: { text, key } });
  return status === 200 ? { kind: "said" } : refused(status, body);
}

/** A name for a message that nobody else has. */
export function newKey(): string {
  // Not `randomUUID`: pages without https have none.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (part) => part.toString(16).padStart(2, "0")).join("");
}

async function call(address: string, { token, body }: { token?: string; body?: object }): Promise<[number, unknown]> {
  const headers: Record<string, string> = {};
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body) headers["Content-Type"] = "application/json";
  try {
    const answer = await fetch(address, {
      method: body ? "POST" : "GET",
      headers,
      body: body ? JSON.stringify(body) : null,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return [answer.status, await answer.json()];
  } catch {
    return [0, null]; // out of reach, too slow, not JSON, or this page may not ask
  }
}

function refused(status: number, body: unknown): Refused {
  if (status === 422 && isRecord(body) && Array.isArray(body.errors)) {
    return { kind: "wrong", faults: body.errors.filter(isFault) };
  }
  return { kind: status === 429 ? "limited" : status === 404 ? "gone" : "failed" };
}

function isFault(value: unknown): value is Fault {
  return isRecord(value) && typeof value.field === "string" && typeof value.code === "string";
}

function readMessage(value: unknown): Message | null {
  if (!isRecord(value)) return null;
  const { author, name, text } = value;
  const at = instant(value.at);
  const isKnown = author === "shopper" || author === "staff" || author === "system";
  if (!isKnown || typeof text !== "string" || Number.isNaN(at) || value.id === undefined) return null;
  return { id: String(value.id), author, name: typeof name === "string" ? name : "", text, at };
}
