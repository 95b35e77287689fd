import type { TicketState } from "../generated/Tickets";
import { useTicketWords } from "../words/tickets/useTicketWords";

const TONES: Readonly<Record<TicketState, string>> = { OPEN: "open", WAITING: "moving", CLOSED: "plain" };

export function TicketPill({ state }: { readonly state: TicketState }) {
  const words = useTicketWords();
  return (
    <span className={`pill ${TONES[state]}`}>
      <span className="only-heard">{words.state}: </span>
      {words.states[state]}
    </span>
  );
}
