import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import type { Order } from "./orderView";

export function OrderFacts({ order }: { readonly order: Order }) {
  const language = useLanguage();
  const { words } = language;
  const destination = [order.shippingCity, language.country(order.shippingCountry)].filter(Boolean).join(", ");
  const price = order.shippingPrice && fill(words.shippingPrice, { price: language.money(order.shippingPrice) });
  return (
    <dl className="facts">
      <div>
        <dt>{words.total}</dt>
        <dd className="total">{language.money(order.total)}</dd>
      </div>
      <div>
        <dt>{words.customer}</dt>
        {order.customerName && <dd>{order.customerName}</dd>}
        {order.customerEmail && <dd className="quiet">{order.customerEmail}</dd>}
        {!order.customerName && !order.customerEmail && <dd className="quiet">{words.noCustomer}</dd>}
      </div>
      <div>
        <dt>{words.delivery}</dt>
        <dd>{order.deliveryMethodName || words.noDelivery}</dd>
        {destination && <dd className="quiet">{destination}</dd>}
        {price && <dd className="quiet">{price}</dd>}
      </div>
    </dl>
  );
}
