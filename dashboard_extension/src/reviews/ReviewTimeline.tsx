import type { ReviewRowFragment } from "../generated/Reviews";
import { useMinute } from "../order/useMinute";
import { useReviewWords } from "../words/reviews/useReviewWords";
import { useLanguage } from "../words/useLanguage";

/** Words that were overwritten, which a reader wants back; the rest of what was there is said by what was done. */
const OVERWRITTEN = ["title", "text", "reply", "quote", "question"];

/** Everything that was done to a review, the oldest first. */
export function ReviewTimeline({ changes }: Pick<ReviewRowFragment, "changes">) {
  const words = useReviewWords();
  const { clock, moment } = useLanguage();
  const now = useMinute();
  return (
    <details className="unfolds">
      <summary>{words.timeline}</summary>
      <ol className="timeline">
        {changes.map(({ at, before, by, kind }, index) => (
          // What was done stays where it is: new things come last.
          // biome-ignore lint/suspicious/noArrayIndexKey: two may have been done in the same moment
          <li key={index}>
            <time className="quiet" dateTime={at} title={moment(at)}>
              {clock(at, now)}
            </time>
            <div>
              <p>
                {words.changes[kind]} {by && <span className="quiet">{by}</span>}
              </p>
              {before
                .filter(({ name }) => OVERWRITTEN.includes(name))
                .map(({ name, value }) => (
                  <blockquote key={name} dir="auto">
                    {value}
                  </blockquote>
                ))}
            </div>
          </li>
        ))}
      </ol>
    </details>
  );
}
