import { useEffect, useRef } from "react";
import { Check } from "../settings/Check";
import { isMac } from "../tickets/isSendKey";
import { useDeskWords } from "../words/desk/useDeskWords";

interface KeysDialogProps {
  readonly open: boolean;
  readonly on: boolean;
  readonly onTurn: (on: boolean) => void;
  readonly onClose: () => void;
}

const ALT = isMac ? "⌥" : "Alt";
const MOD = isMac ? "⌘" : "Ctrl";
const KEYS = {
  next: [ALT, "J"],
  previous: [ALT, "K"],
  reply: [ALT, "L"],
  note: [ALT, "P"],
  photos: [MOD, ALT, "A"],
  macros: ["/"],
  send: [MOD, "Enter"],
  close: [ALT, "E"],
  closeAndNext: [MOD, ALT, "E"],
  snooze: [ALT, "M"],
  search: ["/"],
  goInbox: ["g", "i"],
  goReviews: ["g", "r"],
  range: [isMac ? "⇧" : "Shift", "click"],
  help: ["?"],
} as const;

/** Which keys do what, and the switch that turns them off. */
export function KeysDialog({ open, on, onTurn, onClose }: KeysDialogProps) {
  const words = useDeskWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="keys-dialog" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{words.keys}</h2>
      <dl>
        {(Object.keys(KEYS) as (keyof typeof KEYS)[]).map((name) => (
          <div key={name} className="key">
            <dt>{words.keyNames[name]}</dt>
            <dd>
              {KEYS[name].map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <Check label={words.keysOn} note={words.keysNote} checked={on} onChange={onTurn} />
      <div className="dialog-deeds">
        <button type="button" className="button" onClick={onClose}>
          {words.closeKeys}
        </button>
      </div>
    </dialog>
  );
}
