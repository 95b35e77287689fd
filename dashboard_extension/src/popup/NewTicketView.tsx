import { useState } from "react";
import type { PopupOrderQuery } from "../generated/PopupOrder";
import { PopupOrder } from "../generated/PopupOrder";
import { PopupTicketLines } from "../generated/PopupTicketLines";
import { TicketCreate } from "../generated/TicketCreate";
import { Notice } from "../order/Notice";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { faultText, useSender } from "../staff/useSender";
import { ReplyBox } from "../tickets/ReplyBox";
import { useCardWords } from "../words/card/useCardWords";
import { fill } from "../words/language";
import { useTicketWords } from "../words/tickets/useTicketWords";
import { useLanguage } from "../words/useLanguage";
import { Failed } from "./Failed";
import { LinesField } from "./LinesField";
import { ReasonField } from "./ReasonField";

const load = loadOf(PopupOrder);

type Order = NonNullable<PopupOrderQuery["order"]>;
type Created = { readonly ticket: { readonly id: string; readonly number: number } | null };

/** Write to an order's customer, about some of its lines. */
export function NewTicketView({ orderId }: { readonly orderId: string }) {
  const words = useCardWords();
  const { loaded, again } = useLoaded(load, { id: orderId });
  if (loaded.kind === "loading") return <p className="bar triple" aria-hidden="true" />;
  if (loaded.kind === "failing") return <Failed {...loaded} onRetry={again} />;
  const { order } = loaded.data;
  return order === null ? <Notice says={words.gone} /> : <NewTicketForm order={order} orderId={orderId} />;
}

interface NewTicketFormProps {
  readonly order: Order;
  readonly orderId: string;
}

function NewTicketForm({ order, orderId }: NewTicketFormProps) {
  const words = useTicketWords();
  const card = useCardWords();
  const { number } = useLanguage();
  const { ask, dashboard } = useStaff();
  const sender = useSender<Created>(words);
  const [subject, setSubject] = useState("");
  const [reason, setReason] = useState("");
  const [picked, setPicked] = useState<ReadonlyMap<string, number>>(new Map());
  const fault = sender.faults.find(({ field }) => field === "subject");
  const lines = order.lines.edges.flatMap((edge) => edge?.node ?? []);
  const create = async (text: string, key: string) => {
    const input = { orderId, subject: subject.trim(), text, key };
    const payload = await sender.send(async () =>
      outcomeOf(await ask(TicketCreate, { input }), (data) => data.ticketCreate),
    );
    if (!payload?.ticket) return false;
    const opened = fill(card.opened, { number: `#${number(payload.ticket.number)}` });
    const kept = await keepLines(payload.ticket.id);
    dashboard.toast(kept ? "success" : "warning", kept ? opened : card.linesNotKept);
    dashboard.refreshEntity();
    dashboard.closePopup();
    return true;
  };
  const keepLines = async (id: string) => {
    if (picked.size === 0 && reason === "") return true;
    const chosen = [...picked].map(([orderLineId, quantity]) => ({ orderLineId, quantity }));
    const input = { lines: chosen, ...(reason === "" ? {} : { reason }) };
    return "payload" in outcomeOf(await ask(PopupTicketLines, { id, input }), (data) => data.ticketUpdate);
  };
  return (
    <article className="conversation">
      <h1>{fill(card.newTicket, { number: order.number })}</h1>
      <LinesField lines={lines} picked={picked} onPick={setPicked} />
      <ReasonField channel={order.channel} reason={reason} onChoose={setReason} />
      <ReplyBox about={`new:${orderId}`} label={words.firstMessage} sender={sender} onSend={create}>
        <label htmlFor="subject">{words.subject}</label>
        <input
          id="subject"
          required
          maxLength={200}
          value={subject}
          aria-invalid={fault !== undefined}
          aria-describedby={fault && "subject-fault"}
          onChange={(event) => setSubject(event.target.value)}
        />
        {fault && (
          <p id="subject-fault" className="fault" role="alert">
            {faultText(words, fault)}
          </p>
        )}
      </ReplyBox>
      <button type="button" className="link" onClick={dashboard.closePopup}>
        {words.cancel}
      </button>
    </article>
  );
}
