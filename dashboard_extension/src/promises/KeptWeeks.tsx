import type { PromisesQuery } from "../generated/Promises";
import { fill } from "../words/language";
import { usePromiseWords } from "../words/promises/usePromiseWords";
import { useLanguage } from "../words/useLanguage";
import { percent } from "./percent";
import { TallyCells } from "./TallyCells";

const GOAL = 0.9;
const [BAR, GAP, HIGH] = [20, 8, 120];

/** The share kept week by week: a picture, and the same as a table for who does not see it. */
export function KeptWeeks({ weeks }: Pick<PromisesQuery["promises"], "weeks">) {
  const words = usePromiseWords();
  const { tag } = useLanguage();
  const format = new Intl.DateTimeFormat(tag, { day: "numeric", month: "short", timeZone: "UTC" });
  const dayOf = (monday: string) => format.format(Date.parse(monday));
  if (weeks.length < 2) return null;
  const goal = HIGH * (1 - GOAL);
  return (
    <section className="section">
      <h2>{words.weeks}</h2>
      <div className="week-bars">
        <svg aria-hidden="true" viewBox={`0 0 ${weeks.length * (BAR + GAP)} ${HIGH}`} preserveAspectRatio="none">
          {weeks.map(({ monday, tally }, index) => {
            const high = HIGH * (tally.share ?? 0);
            return (
              <g key={monday} className={tally.share === null ? "few" : tally.share < GOAL ? "below" : "reached"}>
                <title>{`${fill(words.weekOf, { day: dayOf(monday) })}: ${tally.share === null ? words.tooFew : percent(tag, tally.share)}`}</title>
                <rect className="room" x={index * (BAR + GAP) + GAP / 2} y={0} width={BAR} height={HIGH} />
                <rect x={index * (BAR + GAP) + GAP / 2} y={HIGH - high} width={BAR} height={high} />
              </g>
            );
          })}
          <line x1={0} x2={weeks.length * (BAR + GAP)} y1={goal} y2={goal} vectorEffect="non-scaling-stroke" />
        </svg>
        <p className="week-ends quiet" aria-hidden="true">
          <span>{dayOf(weeks[0]?.monday ?? "")}</span>
          <span>{fill(words.goal, { share: percent(tag, GOAL) })}</span>
          <span>{dayOf(weeks.at(-1)?.monday ?? "")}</span>
        </p>
      </div>
      <details className="unfolds">
        <summary>{words.asTable}</summary>
        <table className="tallies">
          <thead>
            <tr>
              <th scope="col">{words.week}</th>
              <th scope="col">{words.share}</th>
              <th scope="col">{words.known}</th>
              <th scope="col">{words.made}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ monday, tally }) => (
              <tr key={monday}>
                <th scope="row">{dayOf(monday)}</th>
                <TallyCells tally={tally} />
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
