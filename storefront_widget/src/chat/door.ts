import { isRecord } from "../reading";

export interface Fault {
  readonly field: string;
  readonly code: string;
}

/** Why something was not taken: what was written is still the shopper's. */
export type Refused =
  | { readonly kind: "wrong"; readonly faults: readonly Fault[] }
  | { readonly kind: "limited" | "gone" | "failed" | "ended" | "blocked" | "unknown" | "words" };

const PATIENCE_MS = 20_000;
const KINDS: Readonly<Record<number, "limited" | "gone" | "ended" | "unknown">> = {
  401: "unknown",
  404: "gone",
  409: "ended",
  429: "limited",
};

/** Ask or tell the service: the status and what it said; 0 where nobody answered. Never throws. */
export async function call(
  address: string | null,
  { token, body, keepalive = false }: { token?: string | null; body?: object; keepalive?: boolean } = {},
): Promise<[status: number, body: unknown]> {
  const headers: Record<string, string> = {};
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body) headers["Content-Type"] = "application/json";
  try {
    const answer = await fetch(address ?? "", {
      method: body ? "POST" : "GET",
      headers,
      body: body ? JSON.stringify(body) : null,
      credentials: "omit",
      keepalive,
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return [answer.status, await answer.json()];
  } catch {
    return [0, null]; // out of reach, too slow, not JSON, or this page may not ask
  }
}

export function refused(status: number, body: unknown): Refused {
  if (status === 422 && isRecord(body) && Array.isArray(body.errors)) {
    return { kind: "wrong", faults: body.errors.filter(isFault) };
  }
  if (status === 403 && isRecord(body) && isRecord(body.error) && body.error.code === "BLOCKED") {
    return { kind: "blocked" };
  }
  return { kind: KINDS[status] ?? "failed" };
}

/** A name for a message that nobody else has. */
export function newKey(): string {
  // Not `randomUUID`: pages without https have none.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (part) => part.toString(16).padStart(2, "0")).join("");
}

function isFault(value: unknown): value is Fault {
  return isRecord(value) && typeof value.field === "string" && typeof value.code === "string";
}
