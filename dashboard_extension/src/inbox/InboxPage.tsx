import { useCallback, useState } from "react";
import { type Undoable, UndoToast } from "../app/UndoToast";
import { useAppWords } from "../words/app/useAppWords";
import { TicketList } from "./TicketList";
import { TicketPane } from "./TicketPane";

/** The list beside the ticket; where there is no room for both, one of them. */
export function InboxPage({ ticketId }: { readonly ticketId: string | null }) {
  const words = useAppWords();
  // The list is asked again when a ticket was answered or closed here.
  const [changes, setChanges] = useState(0);
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  const noted = useCallback(() => setChanges((count) => count + 1), []);
  const gone = useCallback(() => setUndoable(null), []);
  return (
    <div className={ticketId === null ? "inbox" : "inbox reading"}>
      <h1 className="only-heard">{words.inbox.title}</h1>
      <TicketList chosen={ticketId} changes={changes} />
      {ticketId === null ? (
        <div className="pane unread">
          <p className="quiet">{words.inbox.pick}</p>
        </div>
      ) : (
        <TicketPane key={ticketId} id={ticketId} onChange={noted} onUndoable={setUndoable} />
      )}
      <UndoToast undoable={undoable} onGone={gone} />
    </div>
  );
}
