import type { CustomerCardQuery } from "../generated/CustomerCard";
import { BoostChips } from "../inbox/BoostChips";
import { ClockChip } from "../inbox/ClockChip";
import { PriorityPill } from "../inbox/PriorityPill";
import { BuyerLine } from "../order/tickets/BuyerLine";
import { useStaff } from "../staff/StaffContext";
import { TicketPill } from "../tickets/TicketPill";
import { useCardWords } from "../words/card/useCardWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { OwnedItems } from "./OwnedItems";

interface CustomerCardProps {
  readonly customer: NonNullable<CustomerCardQuery["customer"]>;
}

/** What a customer bought, wrote and thought, on their page in Dashboard. */
export function CustomerCard({ customer }: CustomerCardProps) {
  const words = useCardWords();
  const { money, ago, number } = useLanguage();
  const { dashboard } = useStaff();
  const now = Date.now();
  return (
    <article className="card customer-card">
      <h1 className="only-heard">{words.customer}</h1>
      <BuyerLine buyer={customer} />
      <section>
        <h2>{words.tickets}</h2>
        {customer.tickets.length === 0 && <p className="quiet">{words.noTickets}</p>}
        <ul>
          {customer.tickets.map((ticket) => (
            <li key={ticket.id}>
              <p className="pills">
                <TicketPill state={ticket.state} />
                {ticket.clock && <ClockChip clock={ticket.clock} />}
                <PriorityPill priority={ticket.priority} />
                <BoostChips boosts={ticket.boosts} />
              </p>
              <button
                type="button"
                className="link"
                onClick={() => dashboard.openOurs(`/inbox/${encodeURIComponent(ticket.id)}`)}
              >
                #{number(ticket.number)} {ticket.subject}
              </button>{" "}
              <time className="quiet" dateTime={ticket.updatedAt}>
                {ago(ticket.updatedAt, now)}
              </time>
            </li>
          ))}
        </ul>
      </section>
      {customer.owned.length > 0 && (
        <section>
          <h2>{words.owned}</h2>
          <OwnedItems items={customer.owned} />
        </section>
      )}
      {customer.orders.length > 0 && (
        <section>
          <h2>{words.lastOrders}</h2>
          <ul>
            {customer.orders.map((order) => (
              <li key={order.id}>
                <button
                  type="button"
                  className="link"
                  onClick={() => dashboard.open(`/orders/${encodeURIComponent(order.id)}`)}
                >
                  {fill(words.openOrder, { number: order.number })}
                </button>{" "}
                <span className="price">{money(order.total)}</span>{" "}
                <time className="quiet" dateTime={order.created}>
                  {ago(order.created, now)}
                </time>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
