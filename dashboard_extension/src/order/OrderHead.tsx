import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import type { Order } from "./orderView";
import { Pill } from "./Pill";
import { useMinute } from "./useMinute";

export function OrderHead({ order }: { readonly order: Order }) {
  const language = useLanguage();
  const { words } = language;
  const now = useMinute();
  const payment = order.chargeStatus.toUpperCase() === "OVERCHARGED" ? "OVERCHARGED" : order.paymentStatus;
  return (
    <header>
      <h1 id="order-number">{fill(words.orderNumber, { number: order.number })}</h1>
      <p className="pills">
        <Pill about={words.status} status={order.status} names={words.orderStatus} />
        <Pill about={words.payment} status={payment} names={words.paymentStatus} />
      </p>
      <p className="quiet">
        <span className="only-heard">{words.placed} </span>
        <time dateTime={order.created}>
          {language.ago(order.created, now)}
          <span aria-hidden="true"> · </span>
          {language.moment(order.created)}
        </time>
      </p>
    </header>
  );
}
