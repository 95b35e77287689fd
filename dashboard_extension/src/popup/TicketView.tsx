import { useEffect, useRef } from "react";
import { TicketClose } from "../generated/TicketClose";
import { TicketReopen } from "../generated/TicketReopen";
import { TicketReply } from "../generated/TicketReply";
import { BoostChips } from "../inbox/BoostChips";
import { ClockChip } from "../inbox/ClockChip";
import { PriorityPill } from "../inbox/PriorityPill";
import { Notice } from "../order/Notice";
import { photoInput, type ReadyPhoto } from "../photos/photoInput";
import { later } from "../staff/later";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { useLoaded } from "../staff/useLoaded";
import { useSender } from "../staff/useSender";
import { AddressDoubt } from "../tickets/AddressDoubt";
import { ReplyBox } from "../tickets/ReplyBox";
import { TicketPill } from "../tickets/TicketPill";
import { wayTold } from "../tickets/wayTold";
import { useCardWords } from "../words/card/useCardWords";
import { fill } from "../words/language";
import { useTicketWords } from "../words/tickets/useTicketWords";
import { useLanguage } from "../words/useLanguage";
import { Failed } from "./Failed";
import { loadTicket, type WholeTicket } from "./loadTicket";
import { Said } from "./Said";

const EVERY_MS = 15_000;
/** With photos; where that part cannot be had, words go without. */
const Answer = later(async () => (await import("../photos")).PhotoReplyBox, "bar triple", ReplyBox);

/** A whole conversation over the order's page. */
export function TicketView({ ticketId }: { readonly ticketId: string }) {
  const words = useCardWords();
  const { loaded, again } = useLoaded(loadTicket, { id: ticketId }, EVERY_MS);
  if (loaded.kind === "loading") return <p className="bar triple" aria-hidden="true" />;
  if (loaded.kind === "failing") return <Failed {...loaded} onRetry={again} />;
  if (loaded.failure?.code === "UNAUTHENTICATED") return <Notice says={words.over} tone="warning" />;
  if (loaded.data === null) return <Notice says={words.gone} />;
  return <Conversation ticket={loaded.data} onChange={again} />;
}

interface ConversationProps {
  readonly ticket: WholeTicket;
  readonly onChange: () => void;
}

function Conversation({ ticket, onChange }: ConversationProps) {
  const words = useTicketWords();
  const card = useCardWords();
  const { number, moment } = useLanguage();
  const { ask, dashboard } = useStaff();
  const sender = useSender(words);
  const end = useRef<HTMLLIElement>(null);
  const many = ticket.said.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: to what was said last, whenever there is more of it.
  useEffect(() => {
    end.current?.scrollIntoView?.({ block: "nearest" }); // newer browsers answer with a promise, which is no way to stop
  }, [many]);
  const done = (said: string) => {
    dashboard.toast("success", said);
    dashboard.refreshEntity();
    onChange();
  };
  const reply = async (text: string, key: string, photos: readonly ReadyPhoto[] = []) => {
    const input = { id: ticket.id, text, key, ...photoInput(photos) };
    const act = async () => outcomeOf(await ask(TicketReply, { input }), (data) => data.ticketReply);
    if ((await sender.send(act)) === null) return false;
    done(words.sent);
    return true;
  };
  const isClosed = ticket.state === "CLOSED";
  const turn = async () => {
    const act = async () =>
      isClosed
        ? outcomeOf(await ask(TicketReopen, { id: ticket.id }), (data) => data.ticketReopen)
        : outcomeOf(await ask(TicketClose, { id: ticket.id }), (data) => data.ticketClose);
    if ((await sender.send(act)) === null) return;
    done(fill(isClosed ? words.reopened : words.closed, { number: `#${number(ticket.number)}` }));
  };
  return (
    <article className="conversation">
      <header>
        <h1>{ticket.subject}</h1>
        <p className="pills">
          <TicketPill state={ticket.state} />
          {ticket.clock && <ClockChip clock={ticket.clock} />}
          <PriorityPill priority={ticket.priority} />
          <BoostChips boosts={ticket.boosts} />
          <span className="quiet">
            {fill(words.ticketNumber, { number: number(ticket.number) })} ·{" "}
            {ticket.customerName || ticket.customerEmail}
          </span>
        </p>
      </header>
      <ul className="said" aria-label={card.messages}>
        {ticket.said.map((message, at) => (
          <Said key={message.id} message={message} ref={at === many - 1 ? end : null} />
        ))}
      </ul>
      <Answer
        ticketId={ticket.id}
        about={ticket.id}
        label={words.replyLabel}
        told={wayTold(words, moment, ticket.replyWay)}
        sender={sender}
        onSend={reply}
      >
        {ticket.replyWay.kind === "MAIL" && <AddressDoubt confirmedAt={ticket.emailConfirmedAt} />}
      </Answer>
      <p className="ticket-deeds">
        <button type="button" className="link" aria-disabled={sender.busy} onClick={turn}>
          {isClosed ? words.reopen : words.close}
        </button>
        <button
          type="button"
          className="link"
          onClick={() => dashboard.openOurs(`/inbox/${encodeURIComponent(ticket.id)}`)}
        >
          {words.openInbox}
        </button>
        <button type="button" className="link" onClick={dashboard.closePopup}>
          {card.close}
        </button>
      </p>
    </article>
  );
}
