import { isRecord } from "../reading";
import { call, type Refused, refused } from "./door";
import type { Here, Site } from "./here";
import { readStanding, type Standing } from "./standing";

/** What a chat begins with. */
export interface Beginning {
  readonly text: string;
  /** The same again under the same key is one chat. */
  readonly key: string;
  readonly name: string;
  readonly locale: string;
  /** What it is about in a line, for staff who know it best. */
  readonly category: string;
  readonly here: Here | null;
  /** As in a form. */
  readonly site: Site | undefined;
}

export interface Begun {
  readonly kind: "begun";
  /** Null where there was nothing to go on with. */
  readonly token: string | null;
  readonly standing: Standing | null;
}

/**
 * Begin a chat, or go on with the one that this customer has; `identity` is what the page said of who it is.
 * Whom the service does not recognise chats as a guest: a token of the shop's may have ended meanwhile. Never throws.
 */
export async function beginChat(
  address: string | null,
  beginning: Partial<Beginning>,
  identity: unknown,
): Promise<Begun | Refused> {
  const vouched = isRecord(identity) ? { identity } : {};
  const token = typeof identity === "string" ? identity : null;
  const [status, body] = await call(address, { token, body: { ...beginning, ...vouched } });
  if (status === 401 && identity) return beginChat(address, beginning, null);
  if (status !== 200 || !isRecord(body)) return refused(status, body);
  return {
    kind: "begun",
    token: typeof body.token === "string" ? body.token : null,
    standing: readStanding(body.queue),
  };
}
