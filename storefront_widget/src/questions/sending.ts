import { isRecord } from "../reading";

export interface Fault {
  readonly field: string;
  readonly code: string;
}

/** What became of words that were sent: the fields that are wrong, or why else they were not taken. */
export type Sent = "done" | "limited" | "notYours" | "failed" | readonly Fault[];

const PATIENCE_MS = 15_000;

/** Never throws. `token` says who is signed in to the shop. */
export async function send(address: string, given: object, token: string | null = null): Promise<Sent> {
  try {
    const answer = await fetch(address, {
      method: "POST",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(given),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (answer.ok) return "done";
    if (answer.status === 429) return "limited";
    if (answer.status === 401 || answer.status === 403) return token ? "notYours" : "failed";
    const body: unknown = answer.status === 422 ? await answer.json() : null;
    return isRecord(body) && Array.isArray(body.errors) ? body.errors.filter(isFault) : "failed";
  } catch {
    return "failed"; // out of reach, or too slow
  }
}

function isFault(value: unknown): value is Fault {
  return isRecord(value) && typeof value.field === "string" && typeof value.code === "string";
}
