import type { TicketPriority } from "../generated/Tickets";
import { useMatterWords } from "../words/matters/useMatterWords";

const TONES = { LOW: "plain", HIGH: "open", URGENT: "bad" } as const;

/** How much it presses, where that is not the usual. */
export function PriorityPill({ priority }: { readonly priority: TicketPriority }) {
  const words = useMatterWords();
  if (priority === "NORMAL") return null;
  return (
    <span className={`pill ${TONES[priority]}`}>
      <span className="only-heard">{words.priority}: </span>
      {words.priorities[priority]}
    </span>
  );
}
