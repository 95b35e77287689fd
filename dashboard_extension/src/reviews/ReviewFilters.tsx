import { X } from "lucide-react";
import { Segments } from "../app/Segments";
import type { ReviewSignal } from "../generated/Reviews";
import { Check } from "../settings/Check";
import { ChoiceField } from "../settings/ChoiceField";
import { fill } from "../words/language";
import { useReviewWords } from "../words/reviews/useReviewWords";
import { useLanguage } from "../words/useLanguage";
import type { Wanted } from "./loadReviews";

const STATES = ["PENDING", "PUBLISHED", "REJECTED", "WITHDRAWN"] as const;
const STARS = [5, 4, 3, 2, 1];

interface ReviewFiltersProps {
  readonly wanted: Wanted;
  /** In which reviews were lately written. */
  readonly languages: readonly string[];
  readonly onChange: (wanted: Wanted) => void;
}

export function ReviewFilters({ wanted, languages, onChange }: ReviewFiltersProps) {
  const words = useReviewWords();
  const { languageName, number } = useLanguage();
  const all = { value: "", label: words.all };
  const signals = Object.entries(words.signals).map(([value, label]) => ({ value, label }));
  return (
    <form className="review-filters" aria-label={words.filter} onSubmit={(event) => event.preventDefault()}>
      <Segments
        legend={words.filter}
        options={STATES.map((one) => [one, words.states[one]])}
        value={wanted.state}
        onChange={(state) => onChange({ ...wanted, state })}
      />
      <div className="review-choices">
        <ChoiceField
          label={words.starsGiven}
          value={wanted.stars === null ? "" : String(wanted.stars)}
          options={[all, ...STARS.map((one) => ({ value: String(one), label: fill(words.stars, { n: number(one) }) }))]}
          onChange={(stars) => onChange({ ...wanted, stars: stars === "" ? null : Number(stars) })}
        />
        <ChoiceField
          label={words.language}
          value={wanted.language}
          options={[all, ...languages.map((one) => ({ value: one, label: languageName(one) }))]}
          onChange={(language) => onChange({ ...wanted, language })}
        />
        <ChoiceField
          label={words.signal}
          value={wanted.signal ?? ""}
          options={[all, ...signals]}
          onChange={(signal) => onChange({ ...wanted, signal: signal === "" ? null : (signal as ReviewSignal) })}
        />
        <Check
          label={words.withPhotos}
          checked={wanted.withPhotos}
          onChange={(withPhotos) => onChange({ ...wanted, withPhotos })}
        />
        <Check
          label={words.unanswered}
          checked={wanted.unanswered}
          onChange={(unanswered) => onChange({ ...wanted, unanswered })}
        />
      </div>
      {wanted.product && (
        <p className="pills">
          <span className="chip">
            {fill(words.onlyProduct, { name: wanted.product.name })}
            <button
              type="button"
              className="icon"
              aria-label={words.everyProduct}
              onClick={() => onChange({ ...wanted, product: null })}
            >
              <X size={14} aria-hidden="true" />
            </button>
          </span>
        </p>
      )}
    </form>
  );
}
