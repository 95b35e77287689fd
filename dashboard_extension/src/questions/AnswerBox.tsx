import { type ReactNode, useId, useState } from "react";
import { faultText, type Sender } from "../staff/useSender";
import { draftOf, dropDraft, keepDraft } from "../tickets/drafts";
import { isSendKey } from "../tickets/isSendKey";
import { useQuestionWords } from "../words/questions/useQuestionWords";
import { useLanguage } from "../words/useLanguage";

interface AnswerBoxProps {
  /** What the text is about; a text that was begun comes back with it. */
  readonly about: string;
  readonly label: string;
  readonly begun?: string;
  readonly send: readonly [idle: string, busy: string];
  readonly sender: Sender<unknown>;
  /** Send it; true when it has been sent. */
  readonly onSend: (text: string) => Promise<boolean>;
  readonly children?: ReactNode;
}

const MOST = 2_000;

/** A text for everybody to read. It stays when it could not be sent, and when the reader looks elsewhere. */
export function AnswerBox({ about, label, begun = "", send, sender, onSend, children }: AnswerBoxProps) {
  const words = useQuestionWords();
  const { words: common } = useLanguage();
  const id = useId();
  const [text, setText] = useState(() => draftOf(about).text || begun);
  const [empty, setEmpty] = useState(false);
  const sendIt = async () => {
    if (text.trim() === "") return setEmpty(true);
    if (await onSend(text.trim())) dropDraft(about);
  };
  const fault = sender.faults[0];
  const failed = sender.failure ? common.failures[sender.failure.code].why : null;
  const problem = empty ? words.faults.REQUIRED : (failed ?? (fault && faultText(words, fault)));
  return (
    <form
      className="reply"
      onSubmit={(event) => {
        event.preventDefault();
        sendIt();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={MOST}
        value={text}
        aria-invalid={Boolean(problem)}
        aria-describedby={`${id}-help`}
        onChange={(event) => {
          setText(event.target.value);
          keepDraft(about, { ...draftOf(about), text: event.target.value });
          setEmpty(false);
        }}
        onKeyDown={(event) => {
          if (!isSendKey(event)) return;
          event.preventDefault();
          sendIt();
        }}
      />
      <p id={`${id}-help`} className={problem ? "fault" : "quiet"} role={problem ? "alert" : undefined}>
        {problem || words.answerHint}
      </p>
      <p className="reply-deeds">
        <button type="submit" className="button primary" aria-disabled={sender.busy}>
          {send[sender.busy ? 1 : 0]}
        </button>
        {children}
      </p>
    </form>
  );
}
