import type { TicketBoost } from "../generated/TicketThread";
import { fill } from "../words/language";
import { useMatterWords } from "../words/matters/useMatterWords";

/** Why a ticket began more urgent than its reason. */
export function BoostChips({ boosts }: { readonly boosts: readonly TicketBoost[] }) {
  const words = useMatterWords();
  return boosts.map((boost) => (
    <span key={boost} className="chip" title={fill(words.boosted, { why: words.boosts[boost] })}>
      {words.boosts[boost]}
    </span>
  ));
}
