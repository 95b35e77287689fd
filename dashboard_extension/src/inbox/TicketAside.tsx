import { useAppWords } from "../words/app/useAppWords";
import { useTicketWords } from "../words/tickets/useTicketWords";
import { useLanguage } from "../words/useLanguage";
import type { Ticket } from "./loadThread";
import { TicketOrder } from "./TicketOrder";

/** Who writes, and the order it is about. */
export function TicketAside({ ticket }: { readonly ticket: Ticket }) {
  const { inbox: words } = useAppWords();
  const { notConfirmed } = useTicketWords();
  const { languageName } = useLanguage();
  const { customerName, customerEmail, emailConfirmedAt, order } = ticket;
  return (
    <aside className="ticket-aside">
      <section>
        <h3>{words.shopper}</h3>
        <dl>
          <div>
            <dt className="only-heard">{words.shopper}</dt>
            {customerName && <dd>{customerName}</dd>}
            <dd className="quiet">{customerEmail}</dd>
            {emailConfirmedAt === null && (
              <dd>
                <span className="pill open">{notConfirmed}</span>
              </dd>
            )}
          </div>
          <Fact name={words.channel} value={ticket.channel} />
          <Fact name={words.language} value={languageName(ticket.language)} />
          {ticket.assignedEmail && <Fact name={words.assigned} value={ticket.assignedEmail} />}
        </dl>
      </section>
      <section>
        <h3>{words.orderHead}</h3>
        {order ? <TicketOrder order={order} /> : <p className="quiet">{words.noOrder}</p>}
      </section>
    </aside>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
