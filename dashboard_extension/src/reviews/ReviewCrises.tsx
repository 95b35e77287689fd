import type { ReviewChoicesQuery } from "../generated/ReviewChoices";
import { useMinute } from "../order/useMinute";
import { fill } from "../words/language";
import { useReviewWords } from "../words/reviews/useReviewWords";
import { useLanguage } from "../words/useLanguage";
import type { Wanted } from "./loadReviews";

type Crisis = ReviewChoicesQuery["reviewCrises"][number];

interface ReviewCrisesProps {
  readonly crises: readonly Crisis[];
  readonly onProduct: (product: NonNullable<Wanted["product"]>) => void;
}

/** Where bad reviews come too thick at the moment; nothing where all is as usual. */
export function ReviewCrises({ crises, onProduct }: ReviewCrisesProps) {
  const words = useReviewWords();
  return (
    <div className="crises" aria-live="polite">
      {crises.length > 0 && (
        <section className="section crisis">
          <div className="section-head">
            <h2>{words.crisis}</h2>
            <p className="quiet">{words.crisisWhy}</p>
          </div>
          <ul>
            {crises.map((crisis) => (
              <CrisisRow key={`${crisis.kind} ${crisis.about}`} crisis={crisis} onProduct={onProduct} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

interface CrisisRowProps extends Pick<ReviewCrisesProps, "onProduct"> {
  readonly crisis: Crisis;
}

function CrisisRow({ crisis, onProduct }: CrisisRowProps) {
  const words = useReviewWords();
  const { ago, count, moment, number } = useLanguage();
  const now = useMinute();
  const { about, beganAt, expected, kind, name, negative } = crisis;
  const usual = number(Math.round(expected * 10) / 10);
  return (
    <li>
      <p className="name">
        {fill(words.crises[kind], { name })}{" "}
        <time className="quiet" dateTime={beganAt} title={moment(beganAt)}>
          {ago(beganAt, now)}
        </time>
      </p>
      <p>{fill(count(words.crisisFigures, negative), { usual })}</p>
      {kind === "PRODUCT" && (
        <button type="button" className="link" onClick={() => onProduct({ id: about, name })}>
          {words.crisisReviews}
        </button>
      )}
    </li>
  );
}
