import type { PromisedFragment } from "../../generated/OrderCard";
import { fill, type Language } from "../../words/language";
import type { ParcelWords } from "../../words/parcels/en";
import { useParcelWords } from "../../words/parcels/useParcelWords";
import { useLanguage } from "../../words/useLanguage";

type Step = PromisedFragment["steps"][number];

/** How a date came about, on demand. */
export function PromiseSteps({ steps }: { readonly steps: readonly Step[] }) {
  const language = useLanguage();
  const words = useParcelWords().promise;
  if (steps.length === 0) return null;
  return (
    <details>
      <summary>{words.why}</summary>
      <ul className="steps">
        {steps.map((step) => (
          <li key={`${step.code}${step.on}${step.name}`}>{sayStep(step, words, language)}</li>
        ))}
      </ul>
    </details>
  );
}

/** A step in words; one that we do not know yet is shown by its code. */
function sayStep(step: Step, words: ParcelWords["promise"], language: Language): string {
  const { days } = language;
  const phrase = words.steps[step.code] ?? step.code.toLowerCase().replaceAll("_", " ");
  const values = {
    on: step.on ? days(step.on) : "",
    at: step.at ?? "",
    name: step.name,
    days: sayDays(step, words, language),
  };
  return fill(phrase, values).trim();
}

function sayDays({ days }: Step, words: ParcelWords["promise"], { count, number }: Language): string {
  if (!days) return "";
  if (days.from === days.to) return count(words.workingDays, days.to);
  return fill(words.workingRange, { from: number(days.from), to: number(days.to) });
}
