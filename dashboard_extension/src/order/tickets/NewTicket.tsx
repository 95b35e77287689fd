import { useId, useState } from "react";
import { TicketCreate } from "../../generated/TicketCreate";
import { outcomeOf } from "../../staff/outcome";
import { useStaff } from "../../staff/StaffContext";
import { faultText, useSender } from "../../staff/useSender";
import { ReplyBox } from "../../tickets/ReplyBox";
import { useTicketWords } from "../../words/tickets/useTicketWords";

type Created = { readonly ticket: { readonly number: number } | null };

interface NewTicketProps {
  readonly orderId: string;
  readonly onOpened: (ticketNumber: number) => void;
  readonly onLeave: () => void;
}

// The reader has just pressed the button that opened this form. Named, so that it is not called with each letter.
const focus = (field: HTMLInputElement | null) => field?.focus();

/** Write to an order's customer first. */
export function NewTicket({ orderId, onOpened, onLeave }: NewTicketProps) {
  const words = useTicketWords();
  const { ask } = useStaff();
  const sender = useSender<Created>(words);
  const [subject, setSubject] = useState("");
  const id = useId();
  const fault = sender.faults.find(({ field }) => field === "subject");
  const create = async (text: string, key: string) => {
    const input = { orderId, subject: subject.trim(), text, key };
    const payload = await sender.send(async () =>
      outcomeOf(await ask(TicketCreate, { input }), (data) => data.ticketCreate),
    );
    if (payload === null) return false;
    onOpened(payload.ticket?.number ?? 0);
    return true;
  };
  return (
    <div className="new-ticket">
      <ReplyBox about={`new:${orderId}`} label={words.firstMessage} sender={sender} onSend={create}>
        <label htmlFor={id}>{words.subject}</label>
        <input
          id={id}
          ref={focus}
          required
          maxLength={200}
          value={subject}
          aria-invalid={fault !== undefined}
          aria-describedby={fault && `${id}-fault`}
          onChange={(event) => setSubject(event.target.value)}
        />
        {fault && (
          <p id={`${id}-fault`} className="fault" role="alert">
            {faultText(words, fault)}
          </p>
        )}
      </ReplyBox>
      <button type="button" className="link" onClick={onLeave}>
        {words.cancel}
      </button>
    </div>
  );
}
