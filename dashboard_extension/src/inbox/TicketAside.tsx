import { useAppWords } from "../words/app/useAppWords";
import type { Ticket } from "./loadThread";
import { TicketOrder } from "./TicketOrder";

/** Who writes, and the order it is about. */
export function TicketAside({ ticket }: { readonly ticket: Ticket }) {
  const { inbox: words } = useAppWords();
  const { customerName, customerEmail, order } = ticket;
  return (
    <aside className="ticket-aside">
      <section>
        <h3>{words.shopper}</h3>
        <dl>
          <div>
            <dt className="only-heard">{words.shopper}</dt>
            {customerName && <dd>{customerName}</dd>}
            <dd className="quiet">{customerEmail}</dd>
          </div>
          <Fact name={words.channel} value={ticket.channel} />
          <Fact name={words.language} value={ticket.language} />
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
