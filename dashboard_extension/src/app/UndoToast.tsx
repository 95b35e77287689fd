import { Button } from "@saleor/macaw-ui";
import { useEffect } from "react";
import { useTicketWords } from "../words/tickets/useTicketWords";

const SHOWN_MS = 10_000;

export interface Undoable {
  readonly said: string;
  readonly undo: () => void;
}

interface UndoToastProps {
  readonly undoable: Undoable | null;
  readonly onGone: () => void;
}

/** What was just done, and the way back for a while. Dashboard's own toasts have no button. */
export function UndoToast({ undoable, onGone }: UndoToastProps) {
  const words = useTicketWords();
  useEffect(() => {
    if (undoable === null) return;
    const timer = setTimeout(onGone, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [undoable, onGone]);
  return (
    <div className="toast-place" role="status">
      {undoable && (
        <div className="toast">
          <span>{undoable.said}</span>
          <Button
            type="button"
            variant="secondary"
            size="small"
            onClick={() => {
              undoable.undo();
              onGone();
            }}
          >
            {words.undo}
          </Button>
        </div>
      )}
    </div>
  );
}
