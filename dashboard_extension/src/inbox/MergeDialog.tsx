import { useState } from "react";
import type { Undoable } from "../app/UndoToast";
import { useWay } from "../app/WayContext";
import type { TicketRowFragment } from "../generated/Tickets";
import { fill } from "../words/language";
import { useMatterWords } from "../words/matters/useMatterWords";
import { useLanguage } from "../words/useLanguage";
import { BelongDialog } from "./BelongDialog";
import type { Ticket } from "./loadThread";
import { TicketPicker } from "./TicketPicker";
import { ticketPath } from "./ticketPath";
import { useBelonging } from "./useBelonging";

interface MergeDialogProps {
  readonly ticket: Ticket;
  readonly onChange: () => void;
  readonly onUndoable: (undoable: Undoable) => void;
  readonly onClose: () => void;
}

/** Merge a ticket into another; two customers only with a reason. */
export function MergeDialog({ ticket, onChange, onUndoable, onClose }: MergeDialogProps) {
  const words = useMatterWords();
  const { number } = useLanguage();
  const way = useWay();
  const { busy, faults, merge, unmerge } = useBelonging(ticket.id, onChange);
  const [into, setInto] = useState<TicketRowFragment | null>(null);
  const [why, setWhy] = useState("");
  const mustForce = faults.some(({ code }) => code === "ANOTHER_CUSTOMER");
  const go = async (other: TicketRowFragment, forced: string | null) => {
    setInto(other);
    if ((await merge(other.id, forced)) === null) return;
    const told = { number: number(other.number) };
    onUndoable({
      said: fill(words.merged, told),
      undo: async () => {
        if ((await unmerge(ticket.id)) !== null) way.go(ticketPath(ticket.id));
      },
    });
    onClose();
    way.go(ticketPath(other.id));
  };
  return (
    <BelongDialog title={words.mergeTitle} why={words.mergeWhy} onClose={onClose}>
      {into && mustForce ? (
        <form
          className="menu-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (why.trim() !== "") go(into, why.trim());
          }}
        >
          <p className="doubt" role="alert">
            {words.otherCustomer}
          </p>
          <label>
            {words.forceWhy}
            <input type="text" required value={why} maxLength={200} onChange={(event) => setWhy(event.target.value)} />
          </label>
          <button type="submit" className="button" aria-disabled={busy}>
            {words.forceMerge}
          </button>
        </form>
      ) : (
        <TicketPicker
          but={ticket.id}
          begin={ticket.customerEmail}
          deed={(row) => fill(words.mergeInto, { number: number(row.number) })}
          onPick={(row) => !busy && go(row, null)}
        />
      )}
    </BelongDialog>
  );
}
