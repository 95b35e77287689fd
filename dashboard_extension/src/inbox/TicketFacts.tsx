import { ActsPart, type Proposal } from "../acts/ActsPart";
import type { Undoable } from "../app/UndoToast";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";
import { useTicketWords } from "../words/tickets/useTicketWords";
import { useLanguage } from "../words/useLanguage";
import { Belonging } from "./Belonging";
import { CallBack } from "./CallBack";
import { LinesOfMatter } from "./LinesOfMatter";
import type { Ticket } from "./loadThread";
import { TicketOrder } from "./TicketOrder";

interface TicketFactsProps {
  readonly ticket: Ticket;
  readonly onChange: () => void;
  readonly onUndoable: (undoable: Undoable) => void;
  readonly proposal: Proposal | null;
  readonly onProposalGone: () => void;
}

/** Who writes, whose it is, and the order it is about. */
export function TicketFacts({ ticket, onChange, onUndoable, proposal, onProposalGone }: TicketFactsProps) {
  const words = useDeskWords();
  const { notConfirmed } = useTicketWords();
  const { languageName, number } = useLanguage();
  const { customerName, customerEmail, emailConfirmedAt, order, rating, survey } = ticket;
  return (
    <>
      {ticket.phone && ticket.callAt && <CallBack phone={ticket.phone} at={ticket.callAt} />}
      <section>
        <h3>{words.customer}</h3>
        <dl>
          <div>
            <dt className="only-heard">{words.customer}</dt>
            {customerName && <dd>{customerName}</dd>}
            {customerEmail && <dd className="quiet">{customerEmail}</dd>}
            {ticket.whatsapp && <dd className="quiet">WhatsApp {ticket.whatsapp}</dd>}
            {customerEmail && emailConfirmedAt === null && (
              <dd>
                <span className="pill open">{notConfirmed}</span>
              </dd>
            )}
          </div>
          <Fact name={words.channel} value={ticket.channel} />
          <Fact name={words.language} value={languageName(ticket.language)} />
          {ticket.assignedEmail && <Fact name={words.assigned} value={ticket.assignedEmail} />}
        </dl>
      </section>
      {order && (
        <ActsPart
          order={order}
          ticket={ticket.id}
          reason={ticket.reason?.slug ?? ""}
          proposal={proposal}
          onProposalGone={onProposalGone}
        />
      )}
      {rating && (
        <section>
          <h3>{words.rating}</h3>
          <p>{fill(words.rated, { score: number(rating.score) })}</p>
          {rating.text && (
            <p className="quiet" dir="auto">
              {rating.text}
            </p>
          )}
        </section>
      )}
      {survey && survey.score !== null && (
        <section>
          <h3>{words.survey}</h3>
          <p>{fill(words.surveyed, { score: number(survey.score), scale: number(survey.scale) })}</p>
          {survey.words && (
            <p className="quiet" dir="auto">
              {survey.words}
            </p>
          )}
        </section>
      )}
      {order && (
        <section>
          <h3>{words.orderHead}</h3>
          <TicketOrder order={order} />
        </section>
      )}
      {order && <LinesOfMatter ticket={ticket} onChange={onChange} onUndoable={onUndoable} />}
      <Belonging ticket={ticket} onChange={onChange} />
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
