import { ReportTable } from "../carts/ReportTable";
import { useSilences } from "../carts/useSilences";
import { useCartWords } from "../words/carts/useCartWords";
import { fill } from "../words/language";
import { usePlanWords } from "../words/plans/usePlanWords";
import { useLanguage } from "../words/useLanguage";
import type { Trial } from "./TrialPart";

/** What a trial found, beside the sentence that answers it. */
export function TrialReport({ trial }: { readonly trial: Trial }) {
  const { trial: words } = usePlanWords();
  const { causes } = useCartWords();
  const { count, number, money } = useLanguage();
  const silences = useSilences();
  const message = (n: number) => fill(words.stepList, { n: String(n) });
  const messages = trial.messages.map((sent, index) => [message(index + 1), number(sent)]);
  const silent = trial.silences.map(({ silence, cases }) => [silences[silence], number(cases)]);
  const examples = trial.examples.map((one) => [
    <>
      {named(one.firstItem, one.items)} <span className="quiet">{money(one.value)}</span>
    </>,
    causes[one.cause],
    <>
      {one.steps.length > 0 ? one.steps.map(message).join(", ") : words.nothing}{" "}
      {one.silence && <span className="quiet">{silences[one.silence]}</span>}
    </>,
  ]);
  return (
    <>
      <p className="quiet">
        {count(words.ofAll, trial.lookedAt)} {!trial.isWhole && words.newest} {words.noteOld}
      </p>
      <ReportTable heads={[words.messages, words.people]} rows={messages} />
      {silent.length > 0 && <ReportTable heads={[words.silences, words.cases]} rows={silent} />}
      <div className="trial-examples">
        <ReportTable heads={[words.cart, words.cause, words.outcome]} rows={examples} />
      </div>
    </>
  );

  function named(first: string, items: number): string {
    if (first === "") return words.empty;
    return items > 1 ? fill(count(words.andMore, items - 1), { name: first }) : first;
  }
}
