import type { BesideCartFragment } from "../generated/BesideCart";
import { useBesideWords } from "../words/beside/useBesideWords";
import { useLanguage } from "../words/useLanguage";

/** What is to be paid, and what it is made of; what is nothing is not said. */
export function Sums({ cart }: { readonly cart: BesideCartFragment }) {
  const words = useBesideWords();
  const { money } = useLanguage();
  const { subtotal, discount, shipping, total } = cart;
  const parts = [
    { name: words.subtotal, worth: subtotal, sign: "" },
    { name: words.discount, worth: discount, sign: "−" },
    { name: words.shipping, worth: shipping, sign: "" },
  ].filter(({ worth }) => Number(worth.amount) > 0);
  return (
    <dl className="cart-sums">
      {parts.length > 1 &&
        parts.map(({ name, worth, sign }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {sign}
              {money(worth)}
            </dd>
          </div>
        ))}
      <div className="name">
        <dt>{words.total}</dt>
        <dd>{money(total)}</dd>
      </div>
    </dl>
  );
}
