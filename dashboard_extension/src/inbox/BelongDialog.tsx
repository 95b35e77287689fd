import { type ReactNode, useEffect, useId, useRef } from "react";
import { useMatterWords } from "../words/matters/useMatterWords";

interface BelongDialogProps {
  readonly title: string;
  readonly why?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog that is there while it is drawn. */
export function BelongDialog({ title, why, onClose, children }: BelongDialogProps) {
  const words = useMatterWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="belong-dialog" aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {why && <p className="quiet">{why}</p>}
      {children}
      <div className="dialog-deeds">
        <button type="button" className="button secondary" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </dialog>
  );
}
