import type { ReviewRowFragment } from "../generated/Reviews";
import { useMinute } from "../order/useMinute";
import { useStaff } from "../staff/StaffContext";
import { fill } from "../words/language";
import { useReviewWords } from "../words/reviews/useReviewWords";
import { useLanguage } from "../words/useLanguage";

/** Whose review it is, of which order, and who decided about it. */
export function ReviewFacts({ review }: { readonly review: ReviewRowFragment }) {
  const words = useReviewWords();
  const { ago, languageName, moment } = useLanguage();
  const { dashboard } = useStaff();
  const now = useMinute();
  const { order, rejectReason, moderatedBy, moderatedAt } = review;
  return (
    <>
      <p className="review-facts quiet">
        <span>{review.authorName || words.anonymous}</span>
        <span>{languageName(review.language)}</span>
        <button
          type="button"
          className="link"
          onClick={() => dashboard.open(`/orders/${encodeURIComponent(order.id)}`)}
        >
          {fill(words.order, { number: order.number })}
        </button>
      </p>
      {(rejectReason || moderatedAt) && (
        <p className="pills">
          {rejectReason && <span className="pill bad">{words.reasons[rejectReason]}</span>}
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
