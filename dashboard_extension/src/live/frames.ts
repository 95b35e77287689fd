/** What the service tells a page of staff's over its socket: docs/chat-protocol.md. */
export interface SaidFrame {
  readonly is: "said";
  readonly conversation: string;
  readonly seq: number;
  readonly author: "shopper" | "staff" | "system";
  readonly name: string;
  readonly text: string;
  readonly at: string;
  readonly event: string | null;
  readonly key: string;
  readonly card?: unknown;
}

interface KeptFrame {
  readonly is: "kept";
  readonly conversation: string;
  readonly key: string;
  readonly seq: number;
}

interface TypingFrame {
  readonly is: "typing";
  readonly conversation: string;
  readonly author: "shopper" | "staff";
  readonly name: string;
}

interface ReadFrame {
  readonly is: "read";
  readonly conversation: string;
  readonly author: "shopper" | "staff";
  readonly seq: number;
}

interface StateFrame {
  readonly is: "state";
  readonly conversation: string;
  readonly seq: number;
  readonly read?: { readonly shopper: number; readonly staff: number };
}

export interface QueueFrame {
  readonly is: "queue";
  readonly conversation: string;
  readonly state: "waiting" | "seated" | "missed" | "left" | "ended";
  /** Saleor's id of whose it is. */
  readonly user: string | null;
}

interface RefusedFrame {
  readonly is: "refused";
  readonly do: string;
  readonly code: string;
  readonly conversation?: string;
  readonly key?: string;
}

interface HereFrame {
  readonly is: "here";
  readonly conversation: string;
}

interface OpenedFrame {
  readonly is: "opened";
  readonly conversation: string;
  readonly seq: number;
}

/** A colleague gave the reader tickets; the first of them is named. */
interface AssignedFrame {
  readonly is: "assigned";
  readonly conversation: string;
  readonly ticket: string;
  readonly number: number;
  readonly count: number;
  readonly by: string;
}

/** What became of an act that the reader asked for. */
export interface ActFrame {
  readonly is: "act";
  readonly number: number;
  readonly kind: string;
  readonly became: string;
  readonly by: string;
  readonly order: string;
  readonly orderNumber: string;
  readonly ticket: string | null;
}

interface WelcomeFrame {
  readonly is: "welcome";
  readonly user: string;
  readonly email: string;
}

export type Frame =
  | SaidFrame
  | KeptFrame
  | TypingFrame
  | ReadFrame
  | StateFrame
  | QueueFrame
  | RefusedFrame
  | HereFrame
  | OpenedFrame
  | AssignedFrame
  | ActFrame
  | WelcomeFrame;

/** What is done in a conversation that is followed. */
export type Deed =
  | { readonly do: "say"; readonly conversation: string; readonly text: string; readonly key: string }
  | { readonly do: "typing"; readonly conversation: string }
  | { readonly do: "read"; readonly conversation: string; readonly seq: number };

export function frameIn(data: unknown): Frame | null {
  try {
    const frame: unknown = JSON.parse(String(data));
    return typeof frame === "object" && frame !== null && "is" in frame ? (frame as Frame) : null;
  } catch {
    return null; // from a newer service, or a proxy: the next question by GraphQL tells
  }
}
