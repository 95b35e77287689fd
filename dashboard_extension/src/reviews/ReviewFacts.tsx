import { PageLink } from "../app/PageLink";
import type { ReviewRowFragment } from "../generated/Reviews";
import { useMinute } from "../order/useMinute";
import { useStaff } from "../staff/StaffContext";
import { fill } from "../words/language";
import { useReviewWords } from "../words/reviews/useReviewWords";
import { useLanguage } from "../words/useLanguage";

interface ReviewFactsProps {
  readonly review: ReviewRowFragment;
  /** List this product's reviews only; null where the product is not known. */
  readonly onProduct: (() => void) | null;
}

/** Whose review it is, of which order, what is to be looked at, and who decided about it. */
export function ReviewFacts({ review, onProduct }: ReviewFactsProps) {
  const words = useReviewWords();
  const { ago, languageName, moment, number } = useLanguage();
  const { dashboard } = useStaff();
  const now = useMinute();
  const { isIncentivised, moderatedAt, moderatedBy, order, origin, quote, rejectReason, signals, ticketId } = review;
  const pills = [
    ...signals.map((signal) => ["bad", words.signals[signal]] as const),
    ...(rejectReason ? [["bad", words.reasons[rejectReason]] as const] : []),
    ...(quote ? [["good", words.featured] as const] : []),
    ...(origin === "IMPORT" ? [["", words.imported] as const] : []),
    ...(isIncentivised ? [["", words.incentivised] as const] : []),
    ...(review.editedAt ? [["", words.edited] as const] : []),
  ];
  return (
    <>
      <p className="review-facts quiet">
        <span>{review.authorName || words.anonymous}</span>
        <span>{languageName(review.language)}</span>
        {order && (
          <button
            type="button"
            className="link"
            onClick={() => dashboard.open(`/orders/${encodeURIComponent(order.id)}`)}
          >
            {fill(words.order, { number: order.number })}
          </button>
        )}
        {ticketId !== null && (
          <PageLink to={`/inbox/${encodeURIComponent(ticketId)}`} className="link">
            {fill(words.ticket, { number: number(review.ticketNumber ?? 0) })}
          </PageLink>
        )}
        {onProduct && (
          <button type="button" className="link" onClick={onProduct}>
            {words.sameProduct}
          </button>
        )}
      </p>
      {(pills.length > 0 || moderatedAt) && (
        <p className="pills">
          {pills.map(([tone, text]) => (
            <span key={text} className={`pill ${tone}`}>
              {text}
            </span>
          ))}
          {moderatedBy && moderatedAt && (
            <span className="quiet" title={moment(moderatedAt)}>
              {fill(words.decided, { who: moderatedBy, when: ago(moderatedAt, now) })}
            </span>
          )}
        </p>
      )}
    </>
  );
}
