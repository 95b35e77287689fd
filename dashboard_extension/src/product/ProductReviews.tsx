import type { ProductCardQuery } from "../generated/ProductCard";
import { useStaff } from "../staff/StaffContext";
import { fill } from "../words/language";
import { useProductWords } from "../words/product/useProductWords";
import { useLanguage } from "../words/useLanguage";

/** Less than this is no change that anybody would see. */
const SEEN = 0.1;

interface ProductReviewsProps {
  readonly card: NonNullable<ProductCardQuery["productCard"]>;
}

/** How a product's reviews go, what last went wrong, and what waits for an answer; nothing where there is none of it. */
export function ProductReviews({ card }: ProductReviewsProps) {
  const words = useProductWords();
  const { tag, count, number, clock } = useLanguage();
  const { dashboard } = useStaff();
  const { averageBefore, averageLately, lastBad, openQuestions, reviewsLately } = card;
  const stars = (mean: number) => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }).format(mean);
  if (card.reviews === 0 && openQuestions === 0) return null;
  return (
    <section className="product-reviews">
      {averageLately !== null && (
        <p>
          {fill(count(words.lately, reviewsLately), { stars: stars(averageLately) })}
          {averageBefore !== null && <span className="quiet"> {trendOf(averageLately, averageBefore)}</span>}
        </p>
      )}
      {lastBad.length > 0 && (
        <>
          <h2>{words.lastBad}</h2>
          <ul>
            {lastBad.map(({ createdAt, id, language, stars: given, text, title }) => (
              <li key={id}>
                <span className="quiet">
                  {fill(words.average, { stars: number(given) })}, {clock(createdAt, Date.now())}
                </span>
                <span className="bad-words" dir="auto" lang={title || text ? language : undefined}>
                  {title || text || words.noWords}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {card.reviews > 0 && (
        <button type="button" className="link" onClick={() => dashboard.openOurs("/reviews")}>
          {words.allReviews}
        </button>
      )}
      {openQuestions > 0 && (
        <>
          <p>{count(words.questions, openQuestions)}</p>
          <button type="button" className="link" onClick={() => dashboard.openOurs("/questions")}>
            {words.allQuestions}
          </button>
        </>
      )}
    </section>
  );

  function trendOf(lately: number, before: number): string {
    if (Math.abs(lately - before) < SEEN) return words.trends.same;
    return fill(words.trends[lately > before ? "up" : "down"], { stars: stars(before) });
  }
}
