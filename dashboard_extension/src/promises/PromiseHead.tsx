import type { PromisesQuery } from "../generated/Promises";
import { fill } from "../words/language";
import { usePromiseWords } from "../words/promises/usePromiseWords";
import { useLanguage } from "../words/useLanguage";
import { percent } from "./percent";

/** How many were kept in all, and what is about to be missed. */
export function PromiseHead({ promises }: PromisesQuery) {
  const words = usePromiseWords();
  const { tag, count, number } = useLanguage();
  const { all, atRisk, late } = promises;
  const made = number(all.made);
  return (
    <section className="section promise-head">
      {all.share === null ? (
        <>
          <p className="score">{words.tooFew}</p>
          <p className="quiet">{fill(count(words.tooFewWhy, all.known), { made })}</p>
        </>
      ) : (
        <>
          <p className="score">
            <span aria-hidden="true">
              {percent(tag, all.share)} <span className="score-of">{words.kept}</span>
            </span>
            <span className="only-heard">{fill(words.keptHeard, { share: percent(tag, all.share) })}</span>
          </p>
          <p className="quiet">{fill(count(words.ofKnown, all.known), { kept: number(all.kept), made })}</p>
        </>
      )}
      {atRisk + late > 0 && (
        <p className="pills">
          {atRisk > 0 && <span className="pill open">{count(words.atRisk, atRisk)}</span>}
          {late > 0 && <span className="pill bad">{count(words.late, late)}</span>}
        </p>
      )}
    </section>
  );
}
