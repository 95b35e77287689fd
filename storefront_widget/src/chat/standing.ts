import { isRecord } from "../reading";

const STATES = ["waiting", "seated", "missed", "left", "ended"] as const;

export interface Agent {
  readonly name: string;
  /** Its address; empty where there is none. */
  readonly photo: string;
  readonly expertise: string;
}

/** Where a chat stands, as the queue says it. */
export interface Standing {
  readonly state: (typeof STATES)[number];
  readonly number: number | null;
  readonly minutes: number | null;
  /** Null while the shop speaks. */
  readonly agent: Agent | null;
}

/** Null for what never was a chat. */
export function readStanding(value: unknown): Standing | null {
  if (!isRecord(value)) return null;
  const state = STATES.find((one) => one === value.state);
  return state
    ? { state, number: count(value.number), minutes: count(value.minutes), agent: agentIn(value.agent) }
    : null;
}

/** Whether what is said is heard at once. */
export function isLive(standing: Standing | null): boolean {
  return standing?.state === "waiting" || standing?.state === "seated";
}

function agentIn(value: unknown): Agent | null {
  if (!isRecord(value) || typeof value.name !== "string") return null;
  const photo = String(value.photo ?? "");
  return { name: value.name, photo: /^https?:\/\//.test(photo) ? photo : "", expertise: String(value.expertise ?? "") };
}

function count(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
