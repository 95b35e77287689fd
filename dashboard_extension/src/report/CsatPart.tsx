import { PageLink } from "../app/PageLink";
import { ReportTable } from "../carts/ReportTable";
import type { ReportQuery } from "../generated/Report";
import { ticketPath } from "../inbox/ticketPath";
import { fill } from "../words/language";
import { useReportWords } from "../words/report/useReportWords";
import { useLanguage } from "../words/useLanguage";
import { FigureList } from "./FigureList";
import { FEW, useFigures } from "./useFigures";

/** How content people were, which scores they gave, and what they wrote with them. */
export function CsatPart({ csat }: Pick<ReportQuery, "csat">) {
  const words = useReportWords();
  const { count, moment, number } = useLanguage();
  const { share } = useFigures();
  const { asked, answered, content, average } = csat;
  const scores = [...csat.scores].sort((one, other) => other.scale - one.scale || other.score - one.score);
  const partOf = (part: number, whole: number) => fill(count(words.ofAsked, whole), { answered: number(part) });
  const figures = [
    { name: words.csat.asked, value: number(asked) },
    { name: words.csat.answered, value: share(answered, asked), of: partOf(answered, asked) },
    { name: words.csat.content, value: share(content, answered), of: partOf(content, answered) },
    {
      name: words.csat.average,
      value: average === null || answered < FEW ? null : number(Math.round(average)),
      of: count(words.ofMany, answered),
    },
  ];
  return (
    <section className="section" aria-labelledby="report-csat">
      <h2 id="report-csat">{words.csatHead}</h2>
      {asked === 0 ? <p className="quiet">{words.csatNone}</p> : <FigureList figures={figures} />}
      {scores.length > 0 && (
        <>
          <h3>{words.scores}</h3>
          <ReportTable
            heads={[words.score, words.share, words.many]}
            rows={scores.map(({ score, scale, many }) => [scoreText(score, scale), bar(many) ?? "–", number(many)])}
          />
        </>
      )}
      {csat.newest.length > 0 && (
        <>
          <h3>{words.words}</h3>
          <ul className="said-words">
            {csat.newest.map((one) => (
              <li key={one.ticket}>
                <p dir="auto">{one.words}</p>
                <p className="quiet">
                  {scoreText(one.score, one.scale)} ·{" "}
                  <PageLink to={ticketPath(one.ticket)} className="link">
                    {fill(words.ticket, { number: String(one.number) })}
                  </PageLink>{" "}
                  · {moment(one.answeredAt)}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );

  function scoreText(score: number, scale: number): string {
    return fill(words.scoreOf, { score: String(score), scale: String(scale) });
  }

  function bar(many: number) {
    const text = share(many, answered);
    return (
      text && (
        <span className="share">
          <span>{text}</span>
          <progress aria-hidden="true" value={many} max={answered} />
        </span>
      )
    );
  }
}
