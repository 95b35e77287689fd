import { MessageCircle, MessageSquare, Phone } from "lucide-react";
import type { MouseEvent } from "react";
import { PageLink } from "../app/PageLink";
import type { TicketRowFragment } from "../generated/Tickets";
import { useMinute } from "../order/useMinute";
import { TicketPill } from "../tickets/TicketPill";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";
import { useTicketWords } from "../words/tickets/useTicketWords";
import { useLanguage } from "../words/useLanguage";
import { ClockChip } from "./ClockChip";
import { PriorityPill } from "./PriorityPill";
import { reasonName } from "./reasonName";
import { rowLine } from "./rowLine";
import { ticketPath } from "./ticketPath";

interface TicketRowProps {
  readonly ticket: TicketRowFragment;
  readonly current: boolean;
  readonly chosen: boolean;
  /** `range`: together with those between this and the one before. */
  readonly onChoose: (on: boolean, range: boolean) => void;
}

const ICONS = { MESSAGE: MessageSquare, CALLBACK: Phone, CHAT: MessageCircle } as const;

export function TicketRow({ ticket, current, chosen, onChoose }: TicketRowProps) {
  const words = useDeskWords();
  const ticketWords = useTicketWords();
  const { ago, clock, moment, tag } = useLanguage();
  const now = useMinute();
  const { lastMessage, orderNumber, snoozedUntil } = ticket;
  const Icon = ICONS[ticket.kind];
  const name = ticket.customerName || ticket.customerEmail || ticket.phone || ticketWords.authors.SHOPPER;
  return (
    <li className="chosen-row">
      <input
        type="checkbox"
        aria-label={fill(words.choose, { who: name })}
        checked={chosen}
        onChange={(event) => onChoose(!chosen, (event.nativeEvent as unknown as MouseEvent).shiftKey)}
      />
      <PageLink to={ticketPath(ticket.id)} className="ticket-row" current={current ? "true" : undefined}>
        <span className="row-head">
          <span className="name">
            <Icon size={14} role="img" aria-label={words.kinds[ticket.kind]} /> {name}
          </span>
          <time className="quiet" dateTime={ticket.updatedAt} title={moment(ticket.updatedAt)}>
            {ago(ticket.updatedAt, now)}
          </time>
        </span>
        <span className="subject" dir="auto">
          {ticket.subject}
        </span>
        <span className="first-line quiet" dir="auto">
          {lastMessage ? rowLine(words, ticketWords, lastMessage) : words.noMessage}
        </span>
        <span className="pills">
          <TicketPill state={ticket.state} />
          {ticket.clock && ticket.clock.state !== "STOPPED" && <ClockChip clock={ticket.clock} short />}
          <PriorityPill priority={ticket.priority} />
          {ticket.reason && <span className="chip">{reasonName(ticket.reason, tag)}</span>}
          {snoozedUntil && <span className="chip">{fill(words.snoozedUntil, { when: clock(snoozedUntil, now) })}</span>}
          {ticket.callAt && (
            <span className="chip">
              {ticketWords.callBack} · {moment(ticket.callAt)}
            </span>
          )}
          {orderNumber && <span className="chip">{fill(words.order, { number: orderNumber })}</span>}
          {ticket.tags.map((one) => (
            <span key={one} className="chip tag">
              {one}
            </span>
          ))}
        </span>
      </PageLink>
    </li>
  );
}
