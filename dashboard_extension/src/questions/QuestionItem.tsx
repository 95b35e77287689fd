import { Button } from "@saleor/macaw-ui";
import { useId, useRef } from "react";
import type { QuestionRowFragment, QuestionState } from "../generated/ProductQuestions";
import type { QuestionAnswerMutation } from "../generated/QuestionAnswer";
import { useMinute } from "../order/useMinute";
import type { Outcome } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { faultText, useSender } from "../staff/useSender";
import { draftOf, keepDraft } from "../tickets/drafts";
import { fill } from "../words/language";
import { useQuestionWords } from "../words/questions/useQuestionWords";
import { useLanguage } from "../words/useLanguage";
import { AnswerBox } from "./AnswerBox";
import { AnswerItem } from "./AnswerItem";
import { answer, type Deed, decide, remove } from "./deeds";
import { Signals } from "./Signals";

type Do = () => Promise<Outcome<unknown>>;
/** Do something, unless it is done already, and say so with the way back. */
export type Act = (deed: Deed, act: Do | null, undo: Do) => Promise<void>;

interface QuestionItemProps {
  readonly question: QuestionRowFragment;
  /** The list is to be loaded anew; resolves when it was. */
  readonly onDone: (deed: Deed, undo: Do) => Promise<void>;
}

export function QuestionItem({ question, onDone }: QuestionItemProps) {
  const words = useQuestionWords();
  const { words: common, ago, moment } = useLanguage();
  const { ask } = useStaff();
  const sender = useSender(words);
  const answering = useSender<NonNullable<QuestionAnswerMutation["questionAnswer"]>>(words);
  const item = useRef<HTMLLIElement>(null);
  const heading = useId();
  const now = useMinute();
  const { answers, authorName, createdAt, isToBeTold, language, productName, signals, state, text, toldAt } = question;
  const isWaiting = state !== "REJECTED" && !answers.some((one) => one.state === "PUBLISHED");
  const act: Act = async (deed, doIt, undo) => {
    if (doIt !== null && (await sender.send(doIt)) === null) return;
    const stay = keeper(item.current);
    await onDone(deed, undo);
    stay();
  };
  const say = async (said: string) => {
    const done = await answering.send(() => answer(ask, question, said));
    const added = done?.question?.answers.at(-1);
    if (!added) return false;
    await act("answered", null, async () => {
      keepDraft(question.id, { ...draftOf(question.id), text: said });
      return remove(ask, added);
    });
    return true;
  };
  const turn = (deed: Deed, to: QuestionState) =>
    act(
      deed,
      () => decide(ask, question, to),
      () => decide(ask, question, state),
    );
  return (
    <li ref={item} className="section review" tabIndex={-1} aria-labelledby={heading}>
      <div className="review-head">
        <p className="quiet">{productName ?? words.noProduct}</p>
        <time className="quiet" dateTime={createdAt} title={moment(createdAt)}>
          {isWaiting ? fill(words.waits, { age: ago(createdAt, now) }) : ago(createdAt, now)}
        </time>
      </div>
      <h2 id={heading} className="review-text" dir="auto" lang={language}>
        {text}
      </h2>
      <p className="review-facts quiet">
        <span>{authorName || words.anonymous}</span>
        {toldAt ? (
          <span title={moment(toldAt)}>{fill(words.told, { when: ago(toldAt, now) })}</span>
        ) : (
          isToBeTold && <span>{words.toBeTold}</span>
        )}
      </p>
      <Signals state={isWaiting && state === "PENDING" ? null : state} signals={signals} />
      {answers.length > 0 && (
        <ul className="given-answers">
          {answers.map((given) => (
            <AnswerItem key={given.id} questionId={question.id} given={given} busy={sender.busy} onAct={act} />
          ))}
        </ul>
      )}
      {isWaiting && (
        <AnswerBox
          about={question.id}
          label={fill(words.label, { question: text })}
          send={[words.answer, words.answering]}
          sender={answering}
          onSend={say}
        />
      )}
      <div className="review-deeds">
        {state === "PENDING" ? (
          <>
            <Button
              type="button"
              variant="secondary"
              size="small"
              aria-describedby={heading}
              aria-disabled={sender.busy}
              title={words.publishHint}
              onClick={() => turn("published", "PUBLISHED")}
            >
              {words.publish}
            </Button>
            <Button
              type="button"
              variant="secondary"
              size="small"
              aria-describedby={heading}
              aria-disabled={sender.busy}
              onClick={() => turn("rejected", "REJECTED")}
            >
              {words.reject}
            </Button>
          </>
        ) : (
          <Button
            type="button"
            variant="secondary"
            size="small"
            aria-describedby={heading}
            aria-disabled={sender.busy}
            onClick={() =>
              turn(state === "REJECTED" ? "reopened" : "rejected", state === "REJECTED" ? "PENDING" : "REJECTED")
            }
          >
            {state === "REJECTED" ? words.reopen : words.reject}
          </Button>
        )}
      </div>
      {(sender.failure ?? sender.faults[0]) && (
        <p className="fault" role="alert">
          {sender.failure ? common.failures[sender.failure.code].why : faultText(words, sender.faults[0])}
        </p>
      )}
    </li>
  );
}

/** What brings the keyboard, if it was in this item, back to it once the list is new; where it is gone, to its neighbour. */
function keeper(item: HTMLElement | null): () => void {
  if (!item?.contains(document.activeElement)) return () => {};
  const next = item.nextElementSibling ?? item.previousElementSibling;
  const list = item.closest("section");
  return () => {
    const there = [item, next, list].find((one) => one?.isConnected);
    if (there instanceof HTMLElement) there.focus();
  };
}
