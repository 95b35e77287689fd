import type { CartAlarmsQuery } from "../generated/CartAlarms";
import { useMinute } from "../order/useMinute";
import { useCartWords } from "../words/carts/useCartWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { AlarmFacts } from "./AlarmFacts";

/** A checkout that is paid and yet no order. */
export function StuckRow({ cart }: { readonly cart: CartAlarmsQuery["stuckCheckouts"][number] }) {
  const words = useCartWords();
  const { ago, moment } = useLanguage();
  const now = useMinute();
  return (
    <li className="alarm-row">
      <AlarmFacts cart={cart} />
      {cart.paidAt && (
        <span className="pills">
          <span className="pill bad" title={moment(cart.paidAt)}>
            {fill(words.paidSince, { when: ago(cart.paidAt, now) })}
          </span>
        </span>
      )}
    </li>
  );
}
