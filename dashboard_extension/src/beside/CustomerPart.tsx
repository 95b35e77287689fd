import { PageLink } from "../app/PageLink";
import { OwnedItems } from "../customer/OwnedItems";
import type { BesideFactsQuery } from "../generated/BesideFacts";
import { ticketPath } from "../inbox/ticketPath";
import { Pill } from "../order/Pill";
import { Stars } from "../reviews/Stars";
import { useStaff } from "../staff/StaffContext";
import { TicketPill } from "../tickets/TicketPill";
import { useBesideWords } from "../words/beside/useBesideWords";
import { useCardWords } from "../words/card/useCardWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";

type Customer = NonNullable<BesideFactsQuery["ticket"]>["beside"]["customer"];

/** What they bought, wrote and thought before. */
export function CustomerPart({ customer }: { readonly customer: Customer }) {
  const words = useBesideWords();
  const { owned: ownedHead } = useCardWords();
  const { words: common, count, money, moment } = useLanguage();
  const { dashboard } = useStaff();
  const { orders, ordersCount, owned, spent, tickets, reviews, reviewsCount } = customer;
  return (
    <>
      <section>
        <h3>{ordersCount === 0 ? words.noOrders : count(words.orders, ordersCount)}</h3>
        {spent.length > 0 && <p>{fill(words.spent, { money: spent.map(money).join(", ") })}</p>}
        <ul className="past">
          {orders.map((order) => (
            <li key={order.id}>
              <button
                type="button"
                className="link"
                onClick={() => dashboard.open(`/orders/${encodeURIComponent(order.id)}`)}
              >
                #{order.number}
              </button>
              <Pill about={common.status} status={order.status} names={common.orderStatus} />
              <span className="worth">{money(order.total)}</span>
              <span className="quiet small">{moment(order.created)}</span>
            </li>
          ))}
        </ul>
      </section>
      {owned.length > 0 && (
        <section>
          <h3>{ownedHead}</h3>
          <OwnedItems items={owned} />
        </section>
      )}
      {tickets.length > 0 && (
        <section>
          <h3>{words.before}</h3>
          <ul className="past">
            {tickets.map((ticket) => (
              <li key={ticket.id}>
                <PageLink to={ticketPath(ticket.id)} className="link">
                  {ticket.subject}
                </PageLink>
                <TicketPill state={ticket.state} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {reviewsCount > 0 && (
        <section>
          <h3>{count(words.reviews, reviewsCount)}</h3>
          <ul className="past">
            {reviews.map((review) => (
              <li key={review.id}>
                <Stars given={review.stars} />
                <span dir="auto">{review.title || review.text}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
