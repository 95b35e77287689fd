import { Button } from "@saleor/macaw-ui";
import { ExternalLink } from "lucide-react";
import type { TicketOrderFragment } from "../generated/TicketThread";
import { CopyableText } from "../order/CopyableText";
import { Pill } from "../order/Pill";
import { useStaff } from "../staff/StaffContext";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";

export function TicketOrder({ order }: { readonly order: TicketOrderFragment }) {
  const words = useDeskWords();
  const language = useLanguage();
  const { words: common, count } = language;
  const { dashboard } = useStaff();
  const lines = order.lines.edges.flatMap((edge) => edge?.node ?? []);
  const place = [order.shippingCity, language.country(order.shippingCountry)].filter(Boolean).join(", ");
  const tracked = order.fulfillments.filter(({ trackingNumber }) => trackingNumber !== "");
  return (
    <div className="ticket-order">
      <p className="name">{fill(words.order, { number: order.number })}</p>
      <p className="pills">
        <Pill about={common.status} status={order.status} names={common.orderStatus} />
        <Pill about={common.payment} status={order.paymentStatus} names={common.paymentStatus} />
      </p>
      <dl>
        <div>
          <dt>{words.total}</dt>
          <dd>{language.money(order.total)}</dd>
        </div>
        <div>
          <dt>{words.placed}</dt>
          <dd>{language.moment(order.created)}</dd>
        </div>
        <div>
          <dt>{words.deliveryHead}</dt>
          <dd>{order.deliveryMethodName || common.noDelivery}</dd>
          {place && <dd className="quiet">{place}</dd>}
        </div>
        {tracked.length > 0 && (
          <div>
            <dt>{common.tracking}</dt>
            {tracked.map(({ id, trackingNumber }) => (
              <dd key={id}>
                <CopyableText text={trackingNumber} name={common.tracking} />
              </dd>
            ))}
          </div>
        )}
      </dl>
      <p className="quiet">{count(words.items, order.lines.totalCount)}</p>
      <ul className="order-lines">
        {lines.map((line) => (
          <li key={line.id}>
            {line.quantity} × {line.productName}
            {line.variantName && line.variantName !== line.productName && (
              <span className="quiet"> {line.variantName}</span>
            )}
          </li>
        ))}
      </ul>
      <Button
        type="button"
        variant="secondary"
        size="small"
        icon={<ExternalLink size={14} aria-hidden="true" />}
        onClick={() => dashboard.open(`/orders/${encodeURIComponent(order.id)}`)}
      >
        {words.openOrder}
      </Button>
    </div>
  );
}
