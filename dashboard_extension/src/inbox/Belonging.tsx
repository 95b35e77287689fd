import { X } from "lucide-react";
import { PageLink } from "../app/PageLink";
import type { TicketLineFragment } from "../generated/TicketThread";
import { fill } from "../words/language";
import { useMatterWords } from "../words/matters/useMatterWords";
import { useLanguage } from "../words/useLanguage";
import type { Ticket } from "./loadThread";
import { ticketPath } from "./ticketPath";
import { useBelonging } from "./useBelonging";

/** Tickets that belong to this one: merged into it, split off another, or linked by somebody. */
export function Belonging({ ticket, onChange }: { readonly ticket: Ticket; readonly onChange: () => void }) {
  const words = useMatterWords();
  const { number } = useLanguage();
  const { busy, unmerge, unlink } = useBelonging(ticket.id, onChange);
  const { merges, linked, mergedInto, splitFrom } = ticket;
  const line = ({ id, number: of, subject }: Pick<TicketLineFragment, "id" | "number" | "subject">) => (
    <PageLink to={ticketPath(id)} className="link">
      {fill(words.ticketLine, { number: number(of), subject })}
    </PageLink>
  );
  return (
    <>
      {merges.length > 0 && (
        <section>
          <h3>{words.mergedHere}</h3>
          <ul className="belonging">
            {merges.map((merge) => (
              <li key={merge.id}>
                <span>{fill(words.ticketLine, { number: number(merge.number), subject: merge.subject })}</span>
                {merge.mayUndo && (
                  <button type="button" className="link" aria-disabled={busy} onClick={() => unmerge(merge.id)}>
                    {words.undoMerge}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {mergedInto && (
        <section>
          <h3>{words.mergedInto}</h3>
          {line(mergedInto)}
        </section>
      )}
      {splitFrom && (
        <section>
          <h3>{words.splitFrom}</h3>
          {line(splitFrom)}
        </section>
      )}
      {linked.length > 0 && (
        <section>
          <h3>{words.linked}</h3>
          <ul className="belonging">
            {linked.map((other) => (
              <li key={other.id}>
                {line(other)}
                <button
                  type="button"
                  className="icon"
                  aria-label={fill(words.unlink, { number: number(other.number) })}
                  aria-disabled={busy}
                  onClick={() => unlink(other.id)}
                >
                  <X size={14} aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
