import type { MessageAuthor, MessageEvent, SaidFragment } from "../generated/TicketThread";
import type { SaidFrame } from "../live/frames";

/** A message that was told over the line, as the list of messages has it. */
export function saidIn(frame: SaidFrame): SaidFragment {
  return {
    conversationId: frame.conversation,
    seq: frame.seq,
    author: frame.author.toUpperCase() as MessageAuthor,
    authorName: frame.name,
    event: frame.event === null ? null : (frame.event.toUpperCase() as MessageEvent),
    text: frame.text,
    at: frame.at,
    card: frame.card ? JSON.stringify(frame.card) : null,
    channel: null,
    ticketNumber: null,
  };
}

/** What was loaded and what was heard since, once each and in order; of both, what was loaded: its card may know more. */
export function together(loaded: readonly SaidFragment[], heard: readonly SaidFragment[]): readonly SaidFragment[] {
  const known = new Map([...heard, ...loaded].map((one) => [saidKey(one), one]));
  return [...known.values()].sort(earlier);
}

/** Messages of merged tickets stand together, and each of their conversations counts its own. */
export function saidKey({ conversationId, seq }: SaidFragment): string {
  return `${conversationId}:${seq}`;
}

function earlier(one: SaidFragment, other: SaidFragment): number {
  if (one.conversationId === other.conversationId) return one.seq - other.seq;
  return Date.parse(one.at) - Date.parse(other.at);
}
