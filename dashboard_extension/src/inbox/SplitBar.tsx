import { useState } from "react";
import type { Undoable } from "../app/UndoToast";
import { useWay } from "../app/WayContext";
import { fill } from "../words/language";
import { useMatterWords } from "../words/matters/useMatterWords";
import { useLanguage } from "../words/useLanguage";
import type { Ticket } from "./loadThread";
import { ticketPath } from "./ticketPath";
import { useBelonging } from "./useBelonging";

interface SplitBarProps {
  readonly ticket: Ticket;
  /** Numbers of the messages that were ticked. */
  readonly chosen: ReadonlySet<number>;
  readonly onChange: () => void;
  readonly onUndoable: (undoable: Undoable) => void;
  readonly onEnd: () => void;
}

/** In place of the answer while messages are chosen for a ticket of their own. */
export function SplitBar({ ticket, chosen, onChange, onUndoable, onEnd }: SplitBarProps) {
  const words = useMatterWords();
  const { count, number } = useLanguage();
  const way = useWay();
  const { busy, split, unsplit } = useBelonging(ticket.id, onChange);
  const [subject, setSubject] = useState(ticket.subject);
  const go = async () => {
    const made = await split(
      [...chosen].sort((one, other) => one - other),
      subject.trim(),
    );
    if (made === null) return;
    onUndoable({
      said: fill(words.splitDone, { number: number(made.number ?? 0) }),
      undo: async () => {
        if ((await unsplit(made.id)) !== null) way.go(ticketPath(ticket.id));
      },
    });
    onEnd();
    way.go(ticketPath(made.id));
  };
  return (
    <form
      className="reply composer split-bar"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.size > 0 && !busy) go();
      }}
    >
      <p className="name">{words.splitTitle}</p>
      <label>
        {words.splitSubject}
        <input
          type="text"
          required
          value={subject}
          maxLength={200}
          dir="auto"
          onChange={(event) => setSubject(event.target.value)}
        />
      </label>
      <p className="reply-deeds">
        <button type="submit" className="button primary" aria-disabled={busy || chosen.size === 0}>
          {chosen.size === 0 ? words.splitNone : count(words.splitOff, chosen.size)}
        </button>
        <button type="button" className="link" onClick={onEnd}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}
