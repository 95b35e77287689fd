import type { Undoable } from "../app/UndoToast";
import { fill } from "../words/language";
import { useMatterWords } from "../words/matters/useMatterWords";
import { useLanguage } from "../words/useLanguage";
import { BelongDialog } from "./BelongDialog";
import type { Ticket } from "./loadThread";
import { TicketPicker } from "./TicketPicker";
import { useBelonging } from "./useBelonging";

interface LinkDialogProps {
  readonly ticket: Ticket;
  readonly onChange: () => void;
  readonly onUndoable: (undoable: Undoable) => void;
  readonly onClose: () => void;
}

export function LinkDialog({ ticket, onChange, onUndoable, onClose }: LinkDialogProps) {
  const words = useMatterWords();
  const { number } = useLanguage();
  const { busy, link, unlink } = useBelonging(ticket.id, onChange);
  return (
    <BelongDialog title={words.linkTitle} onClose={onClose}>
      <TicketPicker
        but={ticket.id}
        begin={ticket.customerEmail}
        deed={(row) => fill(words.linkTo, { number: number(row.number) })}
        onPick={async (row) => {
          if (busy || (await link(row.id)) === null) return;
          onUndoable({ said: fill(words.linkDone, { number: number(row.number) }), undo: () => unlink(row.id) });
          onClose();
        }}
      />
    </BelongDialog>
  );
}
