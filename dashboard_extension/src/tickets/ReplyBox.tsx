import { type FormHTMLAttributes, type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { faultText, type Sender } from "../staff/useSender";
import { fill } from "../words/language";
import { useTicketWords } from "../words/tickets/useTicketWords";
import { useLanguage } from "../words/useLanguage";
import { draftOf, dropDraft, keepDraft } from "./drafts";
import { isMac, isSendKey } from "./isSendKey";

export interface ReplyBoxProps {
  /** What the text is about; a text that was begun comes back with it. */
  readonly about: string;
  readonly label: string;
  /** How it reaches the shopper; by e-mail where nothing else is said. */
  readonly told?: string;
  readonly sender: Sender<unknown>;
  /** Send it; true when it has been sent. */
  readonly onSend: (text: string, key: string) => Promise<boolean>;
  readonly children?: ReactNode;
  readonly along?: Along;
}

/** What goes along with the text; `problem` says why it cannot yet. */
interface Along {
  readonly element: ReactNode;
  readonly many: number;
  readonly problem: string | null;
  readonly handlers: FormHTMLAttributes<HTMLFormElement>;
}

/** A text to a shopper. It stays when it could not be sent, and when the reader looks elsewhere. */
export function ReplyBox({ about, label, told, sender, onSend, children, along }: ReplyBoxProps) {
  const words = useTicketWords();
  const { words: common } = useLanguage();
  const id = useId();
  const [draft, setDraft] = useState(() => draftOf(about));
  const [empty, setEmpty] = useState(false);
  const [early, setEarly] = useState(false);
  const change = (text: string) => {
    const next = { ...draft, text };
    setDraft(next);
    keepDraft(about, next);
    setEmpty(false);
  };
  const send = async () => {
    if (draft.text.trim() === "" && !along?.many) return setEmpty(true);
    setEarly(Boolean(along?.problem));
    if (along?.problem) return;
    if (!(await onSend(draft.text.trim(), draft.key))) return;
    dropDraft(about);
    setDraft(draftOf(about));
  };
  const pressed = (event: KeyboardEvent) => {
    if (!isSendKey(event)) return;
    event.preventDefault();
    send();
  };
  const fault = sender.faults.find(({ field }) => [null, "id", "photos", "text"].includes(field));
  const problem = problemOf();
  return (
    <form
      className="reply"
      {...along?.handlers}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {children}
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={4}
        maxLength={5000}
        value={draft.text}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-help`}
        onChange={(event) => change(event.target.value)}
        onKeyDown={pressed}
      />
      {along?.element}
      <p id={`${id}-help`} className={problem ? "fault" : "quiet"} role={problem ? "alert" : undefined}>
        {problem ?? told ?? words.toldByMail}
      </p>
      <p className="reply-deeds">
        <button type="submit" className="button primary" aria-disabled={sender.busy}>
          {sender.busy ? words.sending : words.send}
        </button>
        <span className="quiet keys">{isMac ? words.sendKeysMac : words.sendKeys}</span>
      </p>
    </form>
  );

  function problemOf(): string | null {
    if (empty && !along?.many) return words.faults.REQUIRED;
    if (early && along?.problem) return along.problem;
    if (fault) return faultText(words, fault);
    if (sender.failure)
      return fill("{why} {kept}", { why: common.failures[sender.failure.code].why, kept: words.keptDraft });
    return null;
  }
}
