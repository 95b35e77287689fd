import { PageLink } from "../app/PageLink";
import type { AlarmCartFragment } from "../generated/CartAlarms";
import { useCartWords } from "../words/carts/useCartWords";
import { useLanguage } from "../words/useLanguage";

/** Whose cart it is and what it is worth. */
export function AlarmFacts({ cart }: { readonly cart: AlarmCartFragment }) {
  const words = useCartWords();
  const { count, money } = useLanguage();
  const name = cart.email ?? words.nobodyKnown;
  return (
    <span className="row-head">
      {cart.caseId ? (
        <PageLink to={`/carts/${encodeURIComponent(cart.caseId)}`} className="name link">
          {name}
        </PageLink>
      ) : (
        <span className="name">{name}</span>
      )}
      <span className="worth">
        {money(cart.total)} <span className="quiet">· {count(words.items, cart.quantity)}</span>
      </span>
    </span>
  );
}
