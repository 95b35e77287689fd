import type { ReactNode } from "react";
import type { CartReportQuery } from "../generated/CartReport";
import { percent } from "../promises/percent";
import { useCartWords } from "../words/carts/useCartWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { ReasonProducts } from "./ReasonProducts";
import { ReportTable } from "./ReportTable";
import { useSilences } from "./useSilences";

type Report = CartReportQuery["cartReport"];

const FEW = 20;

/** The counts of a report, one table each; none that would be empty. */
export function ReportTables({ report }: { readonly report: Report }) {
  const words = useCartWords();
  const silences = useSilences();
  const { money, number, tag } = useLanguage();
  const all = report.states.reduce((sum, { cases }) => sum + cases, 0);
  const judged = report.causes.reduce((sum, { cases }) => sum + cases, 0);
  const answered = report.reasons.reduce((sum, { answers }) => sum + answers, 0);
  const unsent = report.silences.reduce((sum, { cases }) => sum + cases, 0);
  return (
    <>
      {table(
        words.causesHead,
        [words.cause, words.share, words.casesHead, words.boughtHead],
        report.causes.map(({ cause, cases, bought }) => [
          words.causes[cause],
          share(cases, judged),
          number(cases),
          cases < FEW ? `${number(bought)} · ${words.tooFew}` : `${number(bought)} · ${percent(tag, bought / cases)}`,
        ]),
      )}
      {table(
        words.reasonsHead,
        [words.reasonHead, words.share, words.answersHead],
        report.reasons.map(({ reason, answers, products }) => [
          <ReasonProducts key={reason} reason={words.reasons[reason]} products={products} />,
          share(answers, answered),
          number(answers),
        ]),
      )}
      {table(
        words.stepsHead,
        [words.stepHead, words.due, words.writtenHead, words.sent],
        report.steps.map((step) => [
          fill(words.stepNumber, { number: number(step.number) }),
          number(step.due),
          number(step.written),
          number(step.sent),
        ]),
      )}
      {table(
        words.silencesHead,
        [words.silenceHead, words.share, words.casesHead],
        report.silences.map(({ silence, cases }) => [silences[silence], share(cases, unsent), number(cases)]),
      )}
      {table(
        words.vouchersHead,
        [words.currency, words.made, words.used, words.cost],
        report.vouchers.map(({ currency, made, used, cost }) => [currency, number(made), number(used), money(cost)]),
      )}
      {table(
        words.statesHead,
        [words.stateHead, words.share, words.casesHead],
        report.states
          .filter(({ cases }) => cases > 0)
          .map(({ state, cases }) => [words.states[state], share(cases, all), number(cases)]),
      )}
    </>
  );

  /** A bar with its number: too few say nothing as a share. */
  function share(part: number, whole: number): ReactNode {
    if (whole < FEW) return <span className="quiet">{words.tooFew}</span>;
    return (
      <span className="share">
        <span>{percent(tag, part / whole)}</span>
        <progress aria-hidden="true" value={part} max={whole} />
      </span>
    );
  }

  function table(title: string, heads: readonly string[], rows: readonly (readonly ReactNode[])[]): ReactNode {
    if (rows.length === 0) return null;
    return (
      <section className="section">
        <h2>{title}</h2>
        <ReportTable heads={heads} rows={rows} />
      </section>
    );
  }
}
