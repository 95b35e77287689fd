import { useId, useRef } from "react";
import type { ReviewRowFragment } from "../generated/Reviews";
import { useMinute } from "../order/useMinute";
import { Check } from "../settings/Check";
import { useStaff } from "../staff/StaffContext";
import { faultText, useSender } from "../staff/useSender";
import { fill } from "../words/language";
import { useReviewWords } from "../words/reviews/useReviewWords";
import { useLanguage } from "../words/useLanguage";
import { type Decision, decide } from "./decide";
import type { Wanted } from "./loadReviews";
import { ReviewDeeds } from "./ReviewDeeds";
import { ReviewFacts } from "./ReviewFacts";
import { ReviewPhotos } from "./ReviewPhotos";
import { ReviewTalk } from "./ReviewTalk";
import { ReviewTimeline } from "./ReviewTimeline";
import { ReviewWords } from "./ReviewWords";
import { Stars } from "./Stars";

interface ReviewItemProps {
  readonly review: ReviewRowFragment;
  readonly chosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onProduct: (product: NonNullable<Wanted["product"]>) => void;
  readonly onChange: () => Promise<void>;
  readonly onDecided: (decision: Decision) => void;
}

export function ReviewItem({ review, chosen, onChoose, onProduct, onChange, onDecided }: ReviewItemProps) {
  const words = useReviewWords();
  const { words: common, ago, moment } = useLanguage();
  const { ask } = useStaff();
  const sender = useSender(words);
  const item = useRef<HTMLLIElement>(null);
  const heading = useId();
  const now = useMinute();
  const { createdAt, productId, productName, state, variantName } = review;
  const turn = async (decision: Decision) => {
    if ((await sender.send(() => decide(ask, [review.id], decision))) === null) return;
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
        {state !== "WITHDRAWN" && (
          <Check
            label={fill(words.choose, { name: review.authorName || words.anonymous })}
            checked={chosen}
            onChange={onChoose}
          />
        )}
      </div>
      <h2 id={heading}>
        {productName ?? words.noProduct}
        {variantName && variantName !== productName && <span className="quiet"> {variantName}</span>}
      </h2>
      <ReviewWords review={review} />
      {review.photos.length > 0 && <ReviewPhotos photos={review.photos} onChange={onChange} />}
      <ReviewFacts
        review={review}
        onProduct={productId === null ? null : () => onProduct({ id: productId, name: productName ?? productId })}
      />
      {state !== "WITHDRAWN" && <ReviewDeeds about={heading} state={state} busy={sender.busy} onDecide={turn} />}
      {(sender.failure ?? sender.faults[0]) && (
        <p className="fault" role="alert">
          {sender.failure ? common.failures[sender.failure.code].why : faultText(words, sender.faults[0])}
        </p>
      )}
      <ReviewTalk about={heading} review={review} onChange={onChange} />
      {review.changes.length > 0 && <ReviewTimeline changes={review.changes} />}
    </li>
  );
}

/** Bring the keyboard from an item that is about to go to its neighbour, or else to the list. */
function leave(item: HTMLElement | null): void {
  if (!item?.contains(document.activeElement)) return;
  const next = item.nextElementSibling ?? item.previousElementSibling ?? item.closest("section");
  if (next instanceof HTMLElement) next.focus();
}
