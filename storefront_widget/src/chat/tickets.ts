import { isRecord } from "../reading";
import type { About } from "./about";
import { readSlots, type Slot, type Wish } from "./callback";
import { call, type Refused, refused } from "./door";
import type { Site } from "./here";

export interface Form {
  readonly text: string;
  readonly email: string;
  readonly name: string;
  readonly locale: string;
  /** The same form again under the same key is one ticket. */
  readonly key: string;
  /** What the shopper's page is about, unless they took that away. */
  readonly about: About | null;
  /** The page, where the shopper says that something on it does not work. */
  readonly site?: Site | undefined;
}

export interface Opened {
  readonly kind: "opened";
  readonly number: number | null;
  /** Opens exactly this conversation; null where the service gave none. */
  readonly token: string | null;
}

/** Send the form at this address: the ticket it became, or why not. Never throws. */
export async function openTicket(address: string | null, form: Form): Promise<Opened | Refused> {
  const { name, about, ...needed } = form;
  const more = { ...(name && { name }), ...(about && contextOf(about)), website: "" };
  const [status, body] = await call(address, { body: { ...needed, ...more } });
  return status === 200 && isRecord(body) ? opened(body) : refused(status, body);
}

/** When the shop can call; none where nobody says. Never throws. */
export async function readCallTimes(address: string | null): Promise<Slot[]> {
  const [status, body] = await call(address);
  return status === 200 ? readSlots(body) : [];
}

/** Wish to be called: the ticket it became, or why not; `ended` where the time has gone. Never throws. */
export async function askForCall(
  address: string | null,
  { about, ...wish }: Wish,
  locale: string,
): Promise<Opened | Refused> {
  const body = { ...wish, ...(about && { context: named(about) }), locale, website: "" };
  const [status, answer] = await call(address, { body });
  return status === 200 && isRecord(answer) ? opened(answer) : refused(status, answer);
}

function contextOf(about: About) {
  return { context: named(about), ...(about.stage === "order" && about.id && { order: { number: about.id } }) };
}

function named({ stage, name, id }: About) {
  return { stage, name, id };
}

function opened({ number, conversation }: Record<string, unknown>): Opened {
  return {
    kind: "opened",
    number: typeof number === "number" ? number : null,
    token: typeof conversation === "string" ? conversation : null,
  };
}
