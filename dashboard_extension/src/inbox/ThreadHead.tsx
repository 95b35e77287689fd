import type { Undoable } from "../app/UndoToast";
import { TicketPill } from "../tickets/TicketPill";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";
import { useTicketWords } from "../words/tickets/useTicketWords";
import { useLanguage } from "../words/useLanguage";
import { BoostChips } from "./BoostChips";
import { ChatDeeds } from "./ChatDeeds";
import { ClockChip } from "./ClockChip";
import type { ChatStanding } from "./chatStanding";
import type { Ticket } from "./loadThread";
import { MatterFields } from "./MatterFields";
import { TagsField } from "./TagsField";
import { TicketDeeds } from "./TicketDeeds";
import { useTicketDeeds } from "./useTicketDeeds";

interface ThreadHeadProps {
  readonly ticket: Ticket;
  readonly standing: ChatStanding;
  readonly onChange: () => void;
  readonly onNext: () => void;
  readonly onUndoable: (undoable: Undoable) => void;
  readonly onSplit: () => void;
}

/** What it is about, how it stands, and what can be done with it. */
export function ThreadHead({ ticket, standing, onChange, onNext, onUndoable, onSplit }: ThreadHeadProps) {
  const words = useDeskWords();
  const ticketWords = useTicketWords();
  const { moment, number } = useLanguage();
  const { update } = useTicketDeeds(onChange);
  const isLive = standing === "waiting" || standing === "mine" || standing === "theirs";
  const name = fill(ticketWords.ticketNumber, { number: number(ticket.number) });
  const unmet = { LEFT: words.left, MISSED: words.missed }[ticket.chat?.state as string];
  return (
    <header className="ticket-head">
      <div className="ticket-title">
        <h2 id="ticket-subject" dir="auto">
          {ticket.subject}
        </h2>
        <p className="pills">
          {isLive ? <span className="pill good">{words.liveChat}</span> : <TicketPill state={ticket.state} />}
          <span className="quiet">{name}</span>
          {ticket.clock && <ClockChip clock={ticket.clock} />}
          <BoostChips boosts={ticket.boosts} />
          {ticket.snoozedUntil && (
            <span className="chip">{fill(words.snoozedUntil, { when: moment(ticket.snoozedUntil) })}</span>
          )}
        </p>
        <MatterFields ticket={ticket} onChange={onChange} onUndoable={onUndoable} />
        <TagsField tags={ticket.tags} onUpdate={(input) => update([ticket.id], input)} />
      </div>
      {isLive ? (
        <ChatDeeds ticket={ticket} standing={standing} onChange={onChange} onNext={onNext} />
      ) : (
        <TicketDeeds ticket={ticket} onChange={onChange} onNext={onNext} onUndoable={onUndoable} onSplit={onSplit} />
      )}
      {unmet && ticket.state === "OPEN" && <p className="doubt">{unmet}</p>}
    </header>
  );
}
