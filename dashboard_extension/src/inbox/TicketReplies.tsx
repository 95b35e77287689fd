import { TicketReply } from "../generated/TicketReply";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { useSender } from "../staff/useSender";
import { AddressDoubt } from "../tickets/AddressDoubt";
import { ReplyBox } from "../tickets/ReplyBox";
import { useTicketWords } from "../words/tickets/useTicketWords";
import type { Ticket } from "./loadThread";

interface TicketRepliesProps {
  readonly ticket: Ticket;
  readonly onChange: () => void;
}

export function TicketReplies({ ticket, onChange }: TicketRepliesProps) {
  const words = useTicketWords();
  const { ask, dashboard } = useStaff();
  const sender = useSender(words);
  const reply = async (text: string, key: string) => {
    const act = async () =>
      outcomeOf(await ask(TicketReply, { input: { id: ticket.id, text, key } }), (data) => data.ticketReply);
    if ((await sender.send(act)) === null) return false;
    dashboard.toast("success", words.sent);
    onChange();
    return true;
  };
  return (
    <ReplyBox about={ticket.id} label={words.replyLabel} sender={sender} onSend={reply}>
      <AddressDoubt confirmedAt={ticket.emailConfirmedAt} />
    </ReplyBox>
  );
}
