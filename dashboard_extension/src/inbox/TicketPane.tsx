import { ArrowLeft } from "lucide-react";
import { LoadedPart } from "../app/LoadedPart";
import { PageLink } from "../app/PageLink";
import type { Undoable } from "../app/UndoToast";
import { Notice } from "../order/Notice";
import { useLoaded } from "../staff/useLoaded";
import { useAppWords } from "../words/app/useAppWords";
import { loadThread } from "./loadThread";
import { TicketAside } from "./TicketAside";
import { TicketHead } from "./TicketHead";
import { TicketReplies } from "./TicketReplies";
import { TicketThread } from "./TicketThread";

const EVERY_MS = 15_000;

interface TicketPaneProps {
  readonly id: string;
  readonly onChange: () => void;
  readonly onUndoable: (undoable: Undoable) => void;
}

/** One ticket: what was said, the place to answer, and the order it is about. */
export function TicketPane({ id, onChange, onUndoable }: TicketPaneProps) {
  const { inbox: words } = useAppWords();
  const loading = useLoaded(loadThread, { id }, EVERY_MS);
  const changed = () => {
    loading.again();
    onChange();
  };
  return (
    <div className="pane">
      <PageLink to="/inbox" className="back link">
        <ArrowLeft size={16} aria-hidden="true" />
        {words.back}
      </PageLink>
      <LoadedPart from={loading} needs="MANAGE_ORDERS">
        {(thread) =>
          thread === null ? (
            <Notice says={words.missing} />
          ) : (
            <div className="ticket">
              <article className="ticket-main" aria-labelledby="ticket-subject">
                <TicketHead ticket={thread.ticket} onChange={changed} onUndoable={onUndoable} />
                <TicketThread said={thread.said} />
                <TicketReplies ticket={thread.ticket} onChange={changed} />
              </article>
              <TicketAside ticket={thread.ticket} />
            </div>
          )
        }
      </LoadedPart>
    </div>
  );
}
