import { PageLink } from "../app/PageLink";
import type { TicketRowFragment } from "../generated/Tickets";
import { useMinute } from "../order/useMinute";
import { lineOf } from "../tickets/lineOf";
import { TicketPill } from "../tickets/TicketPill";
import { useAppWords } from "../words/app/useAppWords";
import { fill } from "../words/language";
import { useTicketWords } from "../words/tickets/useTicketWords";
import { useLanguage } from "../words/useLanguage";

interface TicketRowProps {
  readonly ticket: TicketRowFragment;
  readonly current: boolean;
}

export function TicketRow({ ticket, current }: TicketRowProps) {
  const { inbox: words } = useAppWords();
  const ticketWords = useTicketWords();
  const { ago, moment } = useLanguage();
  const now = useMinute();
  const { lastMessage, orderNumber } = ticket;
  return (
    <li>
      <PageLink
        to={`/inbox/${encodeURIComponent(ticket.id)}`}
        className="ticket-row"
        current={current ? "true" : undefined}
      >
        <span className="row-head">
          <span className="name">{ticket.customerName || ticket.customerEmail}</span>
          <time className="quiet" dateTime={ticket.updatedAt} title={moment(ticket.updatedAt)}>
            {ago(ticket.updatedAt, now)}
          </time>
        </span>
        <span className="subject" dir="auto">
          {ticket.subject}
        </span>
        <span className="first-line quiet" dir="auto">
          {lastMessage ? lineOf(ticketWords, lastMessage) : words.noMessage}
        </span>
        <span className="pills">
          <TicketPill state={ticket.state} />
          {orderNumber && <span className="chip">{fill(words.order, { number: orderNumber })}</span>}
        </span>
      </PageLink>
    </li>
  );
}
