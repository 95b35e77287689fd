import { Button } from "@saleor/macaw-ui";
import { useEffect, useId, useRef } from "react";

interface SureDialogProps {
  readonly open: boolean;
  readonly what: string;
  readonly why: string;
  readonly stay: string;
  readonly go: string;
  readonly onStay: () => void;
  readonly onGo: () => void;
}

/** A question before something is lost. The browser's own `confirm` does nothing in Dashboard's frame. */
export function SureDialog({ open, what, why, stay, go, onStay, onGo }: SureDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} aria-labelledby={`${id}-what`} aria-describedby={`${id}-why`} onCancel={onStay}>
      <h2 id={`${id}-what`}>{what}</h2>
      <p id={`${id}-why`} className="quiet">
        {why}
      </p>
      <div className="dialog-deeds">
        <Button type="button" variant="secondary" onClick={onStay}>
          {stay}
        </Button>
        <Button type="button" onClick={onGo}>
          {go}
        </Button>
      </div>
    </dialog>
  );
}
