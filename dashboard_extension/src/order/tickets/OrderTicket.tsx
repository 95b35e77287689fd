import { useState } from "react";
import type { OrderTicketFragment } from "../../generated/OrderTickets";
import { TicketReply } from "../../generated/TicketReply";
import { BoostChips } from "../../inbox/BoostChips";
import { ClockChip } from "../../inbox/ClockChip";
import { PriorityPill } from "../../inbox/PriorityPill";
import { MessagePhotos } from "../../photos/MessagePhotos";
import { photosIn } from "../../photos/photosIn";
import { outcomeOf } from "../../staff/outcome";
import { useStaff } from "../../staff/StaffContext";
import { useSender } from "../../staff/useSender";
import { AddressDoubt } from "../../tickets/AddressDoubt";
import { lineOf } from "../../tickets/lineOf";
import { openTicket } from "../../tickets/openTicket";
import { ReplyBox } from "../../tickets/ReplyBox";
import { TicketPill } from "../../tickets/TicketPill";
import { wayTold } from "../../tickets/wayTold";
import { useCardWords } from "../../words/card/useCardWords";
import { fill } from "../../words/language";
import { useTicketWords } from "../../words/tickets/useTicketWords";
import { useLanguage } from "../../words/useLanguage";
import { useMinute } from "../useMinute";

interface OrderTicketProps {
  readonly ticket: OrderTicketFragment;
  /** Called with what to say after a change. */
  readonly onChange: (said: string) => void;
}

export function OrderTicket({ ticket, onChange }: OrderTicketProps) {
  const words = useTicketWords();
  const card = useCardWords();
  const { ago, number, moment } = useLanguage();
  const { ask, dashboard } = useStaff();
  const sender = useSender(words);
  const [open, setOpen] = useState(false);
  const { lastMessage } = ticket;
  const photos = photosIn(lastMessage?.card ?? null);
  const now = useMinute();
  const reply = async (text: string, key: string) => {
    const act = async () =>
      outcomeOf(await ask(TicketReply, { input: { id: ticket.id, text, key } }), (data) => data.ticketReply);
    if ((await sender.send(act)) === null) return false;
    setOpen(false);
    dashboard.toast("success", words.sent);
    onChange(words.sent);
    return true;
  };
  return (
    <li>
      <p className="pills">
        <TicketPill state={ticket.state} />
        {ticket.clock && <ClockChip clock={ticket.clock} />}
        <PriorityPill priority={ticket.priority} />
        <BoostChips boosts={ticket.boosts} />
        <span className="quiet">{fill(words.ticketNumber, { number: number(ticket.number) })}</span>
      </p>
      <p className="name">{ticket.subject}</p>
      {lastMessage && (
        <>
          <p className="last-message" dir="auto">
            {lineOf(words, lastMessage)}
          </p>
          {photos.length > 0 && <MessagePhotos photos={photos} />}
          <p className="quiet">
            {lastMessage.authorName || words.authors[lastMessage.author]}
            <span aria-hidden="true"> · </span>
            <time dateTime={lastMessage.at} title={moment(lastMessage.at)}>
              {ago(lastMessage.at, now)}
            </time>
          </p>
        </>
      )}
      <p className="ticket-deeds">
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? words.cancel : words.reply}
          <span className="only-heard">: {ticket.subject}</span>
        </button>
        <button type="button" className="link" onClick={() => openTicket(dashboard, ticket.id)}>
          {card.openConversation}
          <span className="only-heard">: {ticket.subject}</span>
        </button>
      </p>
      {open && (
        <ReplyBox
          about={ticket.id}
          label={words.replyLabel}
          told={wayTold(words, moment, ticket.replyWay)}
          sender={sender}
          onSend={reply}
        >
          {ticket.replyWay.kind === "MAIL" && <AddressDoubt confirmedAt={ticket.emailConfirmedAt} />}
        </ReplyBox>
      )}
    </li>
  );
}
