import type { ProductCardQuery } from "../generated/ProductCard";
import { fill } from "../words/language";
import { useProductWords } from "../words/product/useProductWords";
import { useLanguage } from "../words/useLanguage";
import { ProductReviews } from "./ProductReviews";

interface ProductCardProps {
  readonly card: NonNullable<ProductCardQuery["productCard"]>;
}

/** How complete a product's page is, and what would complete it: the missing first; and what buyers say of it. */
export function ProductCard({ card }: ProductCardProps) {
  const words = useProductWords();
  const { tag, count } = useLanguage();
  const complete = fill(words.percent, {
    percent: new Intl.NumberFormat(tag, { style: "percent" }).format(card.percent / 100),
  });
  const checks = [...card.checks].sort((one, other) => Number(one.isDone) - Number(other.isDone));
  return (
    <article className="card product-card">
      <header>
        <h1>{words.title}</h1>
        <p className="complete">
          <progress aria-hidden="true" value={card.percent} max={100} />
          <span>{complete}</span>
        </p>
      </header>
      <ul className="product-checks">
        {checks.map(({ part, isDone, done, wanted, lacking }) => (
          <li key={part} className={isDone ? "is-done" : ""}>
            <span className="check-head">
              <span className="name">
                <span className="only-heard">{isDone ? words.done : words.toDo}: </span>
                {words.parts[part]}
              </span>
              {part === "REVIEWS"
                ? card.reviews > 0 && <span className="quiet">{count(words.reviews, card.reviews)}</span>
                : wanted > 1 && (
                    <span className="quiet">{fill(words.some, { done: String(done), wanted: String(wanted) })}</span>
                  )}
            </span>
            {!isDone && <span className="quiet">{fill(words.advice[part], { names: lacking.join(", ") })}</span>}
            {part === "REVIEWS" && card.average !== null && (
              <span className="quiet">
                {fill(words.average, {
                  stars: new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }).format(card.average),
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
      <ProductReviews card={card} />
    </article>
  );
}
