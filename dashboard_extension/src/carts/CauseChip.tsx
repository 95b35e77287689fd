import type { CartCause, CartCauseSource } from "../generated/CartCases";
import { useCartWords } from "../words/carts/useCartWords";

interface CauseChipProps {
  readonly cause: CartCause;
  readonly source: CartCauseSource | null;
}

/** Why a cart was left, and who says so: a cause without a source is not guessed. */
export function CauseChip({ cause, source }: CauseChipProps) {
  const words = useCartWords();
  const by = source === null ? "" : words.sources[source];
  return (
    <span className={cause === "NOT_KNOWN" ? "chip" : "pill open"} title={by}>
      {words.causes[cause]}
      {by && <span className="only-heard"> ({by})</span>}
    </span>
  );
}
