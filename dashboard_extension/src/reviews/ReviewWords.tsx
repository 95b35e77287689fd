import type { ReviewRowFragment } from "../generated/Reviews";
import { useReviewWords } from "../words/reviews/useReviewWords";

/** What the author said, and what the shop answered. */
export function ReviewWords({ review }: { readonly review: ReviewRowFragment }) {
  const words = useReviewWords();
  const { answers, language, reply, text, title } = review;
  return (
    <>
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
      {answers.length > 0 && (
        <dl className="review-answers" lang={language}>
          {answers.map(({ answer, question }) => (
            <div key={question}>
              <dt className="quiet">{question}</dt>
              <dd>{answer}</dd>
            </div>
          ))}
        </dl>
      )}
      {reply && (
        <div className="shop-reply">
          <p className="quiet">{words.ourAnswer}</p>
          <p className="review-text" dir="auto">
            {reply}
          </p>
        </div>
      )}
    </>
  );
}
