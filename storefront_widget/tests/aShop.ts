import { vi } from "vitest";
import { settled } from "./aPage";

/** As docs/storefront.md says it: on a Saturday evening, open again on Monday. */
export const CLOSED = { open: false, opens_at: "2026-11-23T06:00:00+00:00" };
export const OPEN = { open: true, opens_at: null };

export const WHATSAPP = { kind: "whatsapp", url: "https://wa.me/902125550000", ...CLOSED };
export const PHONE = { kind: "phone", url: "tel:+902125550001", ...CLOSED };
export const EMAIL = { kind: "email", url: "mailto:help@shop.example", ...OPEN };
export const FORM = { kind: "form", url: null, ...OPEN };

export function contactOf(changed: object = {}) {
  return {
    name: "Aurora Lights",
    locale: "tr",
    accent: "#0f6269",
    state: "closed",
    ...CLOSED,
    waiting: null,
    until: "2026-11-23T06:00:00+00:00",
    channels: [WHATSAPP, PHONE, EMAIL, FORM],
    ...changed,
  };
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly token: string | null;
  readonly body: Record<string, unknown> | null;
}

/** Answers a call: a status with its JSON, or nothing at all. */
export type Answers = (call: Call) => [status: number, body: unknown] | "no answer";

/** A service that answers at once, and notes what it was asked. */
export function aService(answers: Answers) {
  const calls: Call[] = [];
  vi.stubGlobal("fetch", async (url: string, { method = "GET", headers, body }: RequestInit = {}) => {
    const given = new Headers(headers);
    const call = {
      method,
      path: url.replace("https://support.example.com/s/aurora-key/", ""),
      token: given.get("Authorization"),
      body: typeof body === "string" ? (JSON.parse(body) as Record<string, unknown>) : null,
    };
    calls.push(call);
    const answer = answers(call);
    if (answer === "no answer") throw new TypeError("Failed to fetch");
    return new Response(JSON.stringify(answer[1]), { status: answer[0] });
  });
  return calls;
}

/** Everything that was only waiting for its turn has happened, answers of `aService` among it. */
export async function answered(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await settled();
}
