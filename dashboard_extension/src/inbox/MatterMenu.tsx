import { useState } from "react";
import type { Undoable } from "../app/UndoToast";
import { useDeskWords } from "../words/desk/useDeskWords";
import { useMatterWords } from "../words/matters/useMatterWords";
import { LinkDialog } from "./LinkDialog";
import type { Ticket } from "./loadThread";
import { Menu } from "./Menu";
import { MergeDialog } from "./MergeDialog";

interface MatterMenuProps {
  readonly ticket: Ticket;
  readonly onChange: () => void;
  readonly onUndoable: (undoable: Undoable) => void;
  readonly onSplit: () => void;
}

/** What is rarely done with a ticket: put it together with others, or apart. */
export function MatterMenu({ ticket, onChange, onUndoable, onSplit }: MatterMenuProps) {
  const desk = useDeskWords();
  const words = useMatterWords();
  const [dialog, setDialog] = useState<"merge" | "link" | null>(null);
  const given = { ticket, onChange, onUndoable, onClose: () => setDialog(null) };
  return (
    <>
      <Menu label={desk.otherDeeds}>
        {(close) => {
          const pick = (act: () => void) => () => {
            close();
            act();
          };
          return (
            <>
              <button type="button" className="menu-item" onClick={pick(() => setDialog("merge"))}>
                {words.merge}
              </button>
              <button type="button" className="menu-item" onClick={pick(onSplit)}>
                {words.split}
              </button>
              <button type="button" className="menu-item" onClick={pick(() => setDialog("link"))}>
                {words.link}
              </button>
            </>
          );
        }}
      </Menu>
      {dialog === "merge" && <MergeDialog {...given} />}
      {dialog === "link" && <LinkDialog {...given} />}
    </>
  );
}
