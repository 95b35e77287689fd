import { useId, useRef } from "react";
import type { ReviewRowFragment } from "../generated/Reviews";
import { useMinute } from "../order/useMinute";
import { useStaff } from "../staff/StaffContext";
import { faultText, useSender } from "../staff/useSender";
import { useReviewWords } from "../words/reviews/useReviewWords";
import { useLanguage } from "../words/useLanguage";
import { type Decision, decide } from "./decide";
import { ReviewDeeds } from "./ReviewDeeds";
import { ReviewFacts } from "./ReviewFacts";
import { Stars } from "./Stars";

interface ReviewItemProps {
  readonly review: ReviewRowFragment;
  readonly onDecided: (decision: Decision) => void;
}

export function ReviewItem({ review, onDecided }: ReviewItemProps) {
  const words = useReviewWords();
  const { words: common, ago, moment } = useLanguage();
  const { ask } = useStaff();
  const sender = useSender(words);
  const item = useRef<HTMLLIElement>(null);
  const heading = useId();
  const now = useMinute();
  const { createdAt, language, orderLine, productName, text, title } = review;
  const variant = orderLine?.variantName ?? "";
  const turn = async (decision: Decision) => {
    if ((await sender.send(() => decide(ask, review.id, decision))) === null) return;
    leave(item.current);
    onDecided(decision);
  };
  return (
    <li ref={item} className="section review" tabIndex={-1} aria-labelledby={heading}>
      <div className="review-head">
        <Stars given={review.stars} />
        <time className="quiet" dateTime={createdAt} title={moment(createdAt)}>
          {ago(createdAt, now)}
        </time>
      </div>
      <h2 id={heading}>
        {productName ?? words.noProduct}
        {variant !== productName && <span className="quiet"> {variant}</span>}
      </h2>
      {(title || text) === "" && <p className="quiet">{words.noWords}</p>}
      {title && (
        <p className="name" dir="auto" lang={language}>
          {title}
        </p>
      )}
      {text && (
        <p className="review-text" dir="auto" lang={language}>
          {text}
        </p>
      )}
      <ReviewFacts review={review} />
      <ReviewDeeds about={heading} state={review.state} busy={sender.busy} onDecide={turn} />
      {(sender.failure ?? sender.faults[0]) && (
        <p className="fault" role="alert">
          {sender.failure ? common.failures[sender.failure.code].why : faultText(words, sender.faults[0])}
        </p>
      )}
    </li>
  );
}

/** Bring the keyboard from an item that is about to go to its neighbour, or else to the list. */
function leave(item: HTMLElement | null): void {
  if (!item?.contains(document.activeElement)) return;
  const next = item.nextElementSibling ?? item.previousElementSibling ?? item.closest("section");
  if (next instanceof HTMLElement) next.focus();
}
