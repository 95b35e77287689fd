import type { CartCaseRowFragment } from "../generated/CartCases";
import { useMinute } from "../order/useMinute";
import { useCartWords } from "../words/carts/useCartWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { useSilences } from "./useSilences";

type Stands = Pick<CartCaseRowFragment, "state" | "isHeldOut" | "silence" | "nextAt" | "orderTotal" | "orderedAt">;

/** Says in one line how a case stands: what was bought, what comes next, or why nothing does. */
export function useStanding(): (stands: Stands) => string {
  const words = useCartWords();
  const silences = useSilences();
  const { money, clock } = useLanguage();
  const now = useMinute();
  return ({ state, isHeldOut, silence, nextAt, orderTotal, orderedAt }) => {
    if (orderTotal && orderedAt) return fill(words.boughtFor, { money: money(orderTotal) });
    if (isHeldOut) return words.heldOut;
    if (nextAt !== null && (state === "WATCHED" || state === "ABANDONED")) {
      const when = clock(nextAt, now);
      if (silence === null) return fill(words.nextAt, { when });
      return `${silences[silence]} · ${fill(words.againAt, { when })}`;
    }
    return silence === null ? words.nothing : silences[silence];
  };
}
