import { useEffect, useId, useRef, useState } from "react";
import type { Outcome } from "../staff/outcome";
import { faultText, useSender } from "../staff/useSender";
import { isSendKey } from "../tickets/isSendKey";
import { useReviewWords } from "../words/reviews/useReviewWords";
import { useLanguage } from "../words/useLanguage";

interface TextDeedProps {
  readonly label: string;
  readonly hint: string;
  readonly begun: string;
  readonly most: number;
  readonly send: string;
  /** What an empty text does, where it does anything. */
  readonly remove?: string | undefined;
  readonly act: (text: string) => Promise<Outcome<unknown>>;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

/** A text that does something with a review once it is sent; Escape puts it away. */
export function TextDeed(props: TextDeedProps) {
  const { label, hint, begun, most, send, remove, act, onDone, onLeave } = props;
  const words = useReviewWords();
  const { words: common } = useLanguage();
  const sender = useSender(words);
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(begun);
  const [empty, setEmpty] = useState(false);
  // The reader has just pressed the button that opened it.
  useEffect(() => {
    box.current?.focus();
  }, []);
  const submit = async (said: string) => {
    if ((await sender.send(() => act(said))) !== null) onDone();
  };
  const sendIt = () => (text.trim() === "" ? setEmpty(true) : submit(text.trim()));
  const failed = sender.failure ? common.failures[sender.failure.code].why : null;
  const problem = empty ? words.faults.REQUIRED : (failed ?? (sender.faults[0] && faultText(words, sender.faults[0])));
  return (
    <form
      className="reply"
      onKeyDown={(event) => event.key === "Escape" && onLeave()}
      onSubmit={(event) => {
        event.preventDefault();
        sendIt();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={box}
        id={id}
        rows={3}
        maxLength={most}
        value={text}
        aria-invalid={Boolean(problem)}
        aria-describedby={`${id}-help`}
        onChange={(event) => {
          setText(event.target.value);
          setEmpty(false);
        }}
        onKeyDown={(event) => {
          if (!isSendKey(event)) return;
          event.preventDefault();
          sendIt();
        }}
      />
      <p id={`${id}-help`} className={problem ? "fault" : "quiet"} role={problem ? "alert" : undefined}>
        {problem || hint}
      </p>
      <p className="reply-deeds">
        <button type="submit" className="button primary" aria-disabled={sender.busy}>
          {sender.busy ? words.sending : send}
        </button>
        {remove && begun !== "" && (
          <button type="button" className="link" onClick={() => submit("")}>
            {remove}
          </button>
        )}
        <button type="button" className="link" onClick={onLeave}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}
