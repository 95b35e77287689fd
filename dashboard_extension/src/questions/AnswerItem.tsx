import { useState } from "react";
import type { AnswerRowFragment } from "../generated/ProductQuestions";
import { useMinute } from "../order/useMinute";
import { useStaff } from "../staff/StaffContext";
import { useSender } from "../staff/useSender";
import { fill } from "../words/language";
import { useQuestionWords } from "../words/questions/useQuestionWords";
import { useLanguage } from "../words/useLanguage";
import { AnswerBox } from "./AnswerBox";
import { answer, decideAnswer, edit, remove } from "./deeds";
import type { Act } from "./QuestionItem";
import { Signals } from "./Signals";

interface AnswerItemProps {
  readonly questionId: string;
  readonly given: AnswerRowFragment;
  readonly busy: boolean;
  readonly onAct: Act;
}

export function AnswerItem({ questionId, given, busy, onAct }: AnswerItemProps) {
  const words = useQuestionWords();
  const { ago, moment } = useLanguage();
  const { ask } = useStaff();
  const sender = useSender(words);
  const [editing, setEditing] = useState(false);
  const now = useMinute();
  const { authorName, by, createdAt, editedAt, isBuyer, signals, state, text } = given;
  const change = async (said: string) => {
    const changed = await sender.send(() => edit(ask, given, said));
    if (changed === null) return false;
    setEditing(false);
    await onAct("edited", null, () => edit(ask, given, text));
    return true;
  };
  return (
    <li className="given-answer">
      {editing ? (
        <AnswerBox
          about={given.id}
          label={words.edit}
          begun={text}
          send={[words.save, words.saving]}
          sender={sender}
          onSend={change}
        >
          <button type="button" className="link" onClick={() => setEditing(false)}>
            {words.cancel}
          </button>
        </AnswerBox>
      ) : (
        <p className="review-text" dir="auto">
          {text}
        </p>
      )}
      <p className="review-facts quiet">
        <span>
          {isBuyer
            ? fill(words.buyer, { who: authorName || words.anonymous })
            : fill(words.shop, { who: by ?? authorName })}
        </span>
        <time dateTime={createdAt} title={moment(createdAt)}>
          {ago(createdAt, now)}
        </time>
        {editedAt && <span title={moment(editedAt)}>{fill(words.edited, { when: ago(editedAt, now) })}</span>}
      </p>
      <Signals state={isBuyer ? state : null} signals={signals} />
      <div className="review-deeds">
        {isBuyer && state !== "PUBLISHED" && (
          <button
            type="button"
            className="link"
            aria-disabled={busy}
            onClick={() =>
              onAct(
                "buyerShown",
                () => decideAnswer(ask, given, "PUBLISHED"),
                () => decideAnswer(ask, given, state),
              )
            }
          >
            {words.show}
          </button>
        )}
        {isBuyer && state !== "REJECTED" && (
          <button
            type="button"
            className="link"
            aria-disabled={busy}
            onClick={() =>
              onAct(
                "buyerHidden",
                () => decideAnswer(ask, given, "REJECTED"),
                () => decideAnswer(ask, given, state),
              )
            }
          >
            {words.hide}
          </button>
        )}
        {!isBuyer && !editing && (
          <>
            <button type="button" className="link" onClick={() => setEditing(true)}>
              {words.edit}
            </button>
            <button
              type="button"
              className="link"
              aria-disabled={busy}
              onClick={() =>
                onAct(
                  "removed",
                  () => remove(ask, given),
                  () => answer(ask, { id: questionId }, text),
                )
              }
            >
              {words.remove}
            </button>
          </>
        )}
      </div>
    </li>
  );
}
