import { Button } from "@saleor/macaw-ui";
import type { Undoable } from "../app/UndoToast";
import { TicketClose } from "../generated/TicketClose";
import { TicketReopen } from "../generated/TicketReopen";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { useSender } from "../staff/useSender";
import { TicketPill } from "../tickets/TicketPill";
import { fill } from "../words/language";
import { useTicketWords } from "../words/tickets/useTicketWords";
import { useLanguage } from "../words/useLanguage";
import type { Ticket } from "./loadThread";

interface TicketHeadProps {
  readonly ticket: Ticket;
  readonly onChange: () => void;
  readonly onUndoable: (undoable: Undoable) => void;
}

export function TicketHead({ ticket, onChange, onUndoable }: TicketHeadProps) {
  const words = useTicketWords();
  const { number } = useLanguage();
  const { ask } = useStaff();
  const { busy, send } = useSender(words);
  const { id, state } = ticket;
  const name = fill(words.ticketNumber, { number: number(ticket.number) });
  const close = async () => outcomeOf(await ask(TicketClose, { id }), (data) => data.ticketClose);
  const reopen = async () => outcomeOf(await ask(TicketReopen, { id }), (data) => data.ticketReopen);
  const isClosed = state === "CLOSED";
  const turn = async (closing: boolean) => {
    if ((await send(closing ? close : reopen)) === null) return false;
    onChange();
    return true;
  };
  const press = async () => {
    if (!(await turn(!isClosed))) return;
    onUndoable({ said: fill(isClosed ? words.reopened : words.closed, { number: name }), undo: () => turn(isClosed) });
  };
  return (
    <header className="ticket-head">
      <div>
        <h2 id="ticket-subject" dir="auto">
          {ticket.subject}
        </h2>
        <p className="pills">
          <TicketPill state={state} />
          <span className="quiet">{name}</span>
        </p>
      </div>
      <Button type="button" variant="secondary" aria-disabled={busy} onClick={press}>
        {buttonText()}
      </Button>
    </header>
  );

  function buttonText(): string {
    if (busy) return isClosed ? words.reopening : words.closing;
    return isClosed ? words.reopen : words.close;
  }
}
