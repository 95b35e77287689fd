import type { CartSilence } from "../generated/CartCase";
import { useCartWords } from "../words/carts/useCartWords";
import { useContactWords } from "../words/contacts/useContactWords";

/** Why nothing was sent, by whoever said so: the rules for carts, or those for every message. */
export function useSilences(): Readonly<Record<CartSilence, string>> {
  const { silences } = useCartWords();
  const { reasons } = useContactWords();
  return { ...reasons, ...silences };
}
