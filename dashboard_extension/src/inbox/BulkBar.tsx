import { useState } from "react";
import { useDeskWords } from "../words/desk/useDeskWords";
import { useLanguage } from "../words/useLanguage";
import { AssignMenu } from "./AssignMenu";
import { Menu } from "./Menu";
import { SnoozeChoices } from "./SnoozeChoices";
import type { Update } from "./useInbox";

interface BulkBarProps {
  readonly ids: readonly string[];
  /** Whose all of them are; null where they are nobody's, or not one person's. */
  readonly whose: string | null;
  readonly busy: boolean;
  readonly onUpdate: Update;
  readonly onNone: () => void;
}

/** What can be done with those that are ticked. */
export function BulkBar({ ids, whose, busy, onUpdate, onNone }: BulkBarProps) {
  const words = useDeskWords();
  const { count } = useLanguage();
  const [tag, setTag] = useState("");
  return (
    <fieldset className="bulk" disabled={busy}>
      <legend className="only-heard">{words.batch}</legend>
      <span role="status">{count(words.chosen, ids.length)}</span>
      <AssignMenu whose={whose} onAssign={(input) => onUpdate(ids, input)} />
      <button type="button" className="button secondary" onClick={() => onUpdate(ids, { state: "CLOSED" })}>
        {words.closeAll}
      </button>
      <Menu label={words.tagAll}>
        {(close) => (
          <form
            className="menu-form"
            onSubmit={(event) => {
              event.preventDefault();
              if (tag.trim() === "") return;
              onUpdate(ids, { addTags: [tag.trim()] });
              setTag("");
              close();
            }}
          >
            <label>
              {words.tag}
              <input type="text" value={tag} maxLength={50} onChange={(event) => setTag(event.target.value)} />
            </label>
            <button type="submit" className="button">
              {words.addTag}
            </button>
          </form>
        )}
      </Menu>
      <Menu label={words.snooze}>
        {(close) => (
          <SnoozeChoices
            onUntil={(snoozeUntil) => {
              onUpdate(ids, { snoozeUntil });
              close();
            }}
          />
        )}
      </Menu>
      <button type="button" className="link" onClick={onNone}>
        {words.leaveChosen}
      </button>
    </fieldset>
  );
}
