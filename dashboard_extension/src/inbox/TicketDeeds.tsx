import { useState } from "react";
import type { Undoable } from "../app/UndoToast";
import { TicketClose } from "../generated/TicketClose";
import { TicketReopen } from "../generated/TicketReopen";
import type { TicketsUpdateInput } from "../generated/TicketsUpdate";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { useSender } from "../staff/useSender";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";
import { useTicketWords } from "../words/tickets/useTicketWords";
import { useLanguage } from "../words/useLanguage";
import { AssignMenu } from "./AssignMenu";
import { useKey } from "./KeysContext";
import type { Ticket } from "./loadThread";
import { MatterMenu } from "./MatterMenu";
import { Menu } from "./Menu";
import { SnoozeChoices } from "./SnoozeChoices";
import { useTicketDeeds } from "./useTicketDeeds";

interface TicketDeedsProps {
  readonly ticket: Ticket;
  readonly onChange: () => void;
  readonly onNext: () => void;
  readonly onUndoable: (undoable: Undoable) => void;
  readonly onSplit: () => void;
}

/** What can be done with a ticket: close it, take it, put it off. */
export function TicketDeeds({ ticket, onChange, onNext, onUndoable, onSplit }: TicketDeedsProps) {
  const words = useDeskWords();
  const ticketWords = useTicketWords();
  const { clock, number } = useLanguage();
  const { ask } = useStaff();
  const { busy, send } = useSender(ticketWords);
  const { update } = useTicketDeeds(onChange);
  const [snoozing, setSnoozing] = useState(0);
  const { id, state, snoozedUntil, assignedEmail } = ticket;
  const name = fill(ticketWords.ticketNumber, { number: number(ticket.number) });
  const isClosed = state === "CLOSED";
  const close = async () => outcomeOf(await ask(TicketClose, { id }), (data) => data.ticketClose);
  const reopen = async () => outcomeOf(await ask(TicketReopen, { id }), (data) => data.ticketReopen);
  const turn = async (closing: boolean) => {
    if ((await send(closing ? close : reopen)) === null) return false;
    onChange();
    return true;
  };
  const press = async () => {
    if (!(await turn(!isClosed))) return false;
    const said = fill(isClosed ? ticketWords.reopened : ticketWords.closed, { number: name });
    onUndoable({ said, undo: () => turn(isClosed) });
    return true;
  };
  const snooze = async (until: string) => {
    if ((await update([id], { snoozeUntil: until })) === null) return;
    const said = fill(words.snoozed, { when: clock(until, Date.now()) });
    onUndoable({ said, undo: () => update([id], { wake: true }) });
  };
  const assign = async (input: TicketsUpdateInput, who: string | null) => {
    if ((await update([id], input)) === null) return;
    const back = assignedEmail ? { assignTo: assignedEmail } : { unassign: true };
    const said = who === null ? words.givenBack : fill(words.givenTo, { who });
    onUndoable({ said, undo: () => update([id], back) });
  };
  useKey("close", () => {
    if (!isClosed) press();
  });
  useKey("closeAndNext", async () => {
    if (isClosed || (await press())) onNext();
  });
  useKey("snooze", () => setSnoozing((count) => count + 1));
  return (
    <div className="deeds">
      <AssignMenu whose={assignedEmail} onAssign={assign} />
      {snoozedUntil ? (
        <button type="button" className="button secondary" onClick={() => update([id], { wake: true })}>
          {words.wake}
        </button>
      ) : (
        <Menu label={words.snooze} openings={snoozing}>
          {(shut) => (
            <SnoozeChoices
              onUntil={(until) => {
                shut();
                snooze(until);
              }}
            />
          )}
        </Menu>
      )}
      <button type="button" className="button secondary" aria-disabled={busy} onClick={press}>
        {buttonText()}
      </button>
      <MatterMenu ticket={ticket} onChange={onChange} onUndoable={onUndoable} onSplit={onSplit} />
    </div>
  );

  function buttonText(): string {
    if (busy) return isClosed ? ticketWords.reopening : ticketWords.closing;
    return isClosed ? ticketWords.reopen : ticketWords.close;
  }
}
