import { useState } from "react";
import { OrderTickets as Document } from "../../generated/OrderTickets";
import { useStaff } from "../../staff/StaffContext";
import { loadOf, useLoaded } from "../../staff/useLoaded";
import { POPUP } from "../../tickets/openTicket";
import { fill } from "../../words/language";
import { useTicketWords } from "../../words/tickets/useTicketWords";
import { useLanguage } from "../../words/useLanguage";
import { BuyerLine } from "./BuyerLine";
import { NewTicket } from "./NewTicket";
import { OrderTicket } from "./OrderTicket";

const load = loadOf(Document);
const FIRST = 3;
const EVERY_MS = 60_000;

/** What was written about this order, and the way to answer or to write first. */
export function OrderTickets({ orderId }: { readonly orderId: string }) {
  const words = useTicketWords();
  const { words: common, count, number } = useLanguage();
  const { dashboard } = useStaff();
  const { loaded, again } = useLoaded(load, { id: orderId }, EVERY_MS);
  const [writing, setWriting] = useState(false);
  const [said, setSaid] = useState("");
  const order = loaded.kind === "shown" ? loaded.data.order : null;
  const tickets = order?.tickets ?? [];
  const done = (words: string) => {
    setSaid(words);
    again();
  };
  // Where Dashboard has no popups of ours, the form stands in the card itself.
  const write = async () => setWriting(!(await dashboard.openPopup(POPUP, { view: "new", orderId })));
  return (
    <section className="tickets" aria-busy={loaded.kind === "loading" || loaded.asking}>
      {order?.buyer && <BuyerLine buyer={order.buyer} />}
      <h2>
        {words.tickets} {tickets.length > 0 && <span className="quiet">{number(tickets.length)}</span>}
      </h2>
      <p className="only-heard" role="status">
        {said}
      </p>
      {loaded.kind === "loading" && <p className="quiet">{words.loading}</p>}
      {loaded.kind === "failing" && (
        <p className="failed-line">
          {words.unavailable} {common.failures[loaded.failure.code].why}{" "}
          <button type="button" className="link" aria-disabled={loaded.asking} onClick={again}>
            {loaded.asking ? common.trying : common.retry}
          </button>
        </p>
      )}
      {order && tickets.length === 0 && !writing && <p className="quiet">{words.none}</p>}
      {tickets.length > 0 && (
        <ul>
          {tickets.slice(0, FIRST).map((ticket) => (
            <OrderTicket key={ticket.id} ticket={ticket} onChange={done} />
          ))}
        </ul>
      )}
      {tickets.length > FIRST && (
        <button type="button" className="link" onClick={() => dashboard.openOurs("/inbox")}>
          {count(words.andMore, tickets.length - FIRST)}
        </button>
      )}
      {order &&
        (writing ? (
          <NewTicket
            orderId={orderId}
            onLeave={() => setWriting(false)}
            onOpened={(ticket) => {
              setWriting(false);
              done(fill(words.created, { number: fill(words.ticketNumber, { number: number(ticket) }) }));
            }}
          />
        ) : (
          <button type="button" className="button" onClick={write}>
            {words.newTicket}
          </button>
        ))}
    </section>
  );
}
