import { Star } from "lucide-react";
import { fill } from "../words/language";
import { useReviewWords } from "../words/reviews/useReviewWords";
import { useLanguage } from "../words/useLanguage";

const ALL = [1, 2, 3, 4, 5];

export function Stars({ given }: { readonly given: number }) {
  const words = useReviewWords();
  const { number } = useLanguage();
  return (
    <span className="stars" role="img" aria-label={fill(words.stars, { n: number(given) })}>
      {ALL.map((star) => (
        <Star key={star} size={18} className={star <= given ? "lit" : ""} aria-hidden="true" />
      ))}
    </span>
  );
}
