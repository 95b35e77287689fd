import { Button } from "@saleor/macaw-ui";
import type { FaultOf } from "../settings/faults";
import { Section } from "../settings/Section";
import { usePlanWords } from "../words/plans/usePlanWords";
import { type Draft, exchanged, isOver, MOST_STEPS, type Step, without, withStep } from "./draft";
import { StepCard } from "./StepCard";

interface StepsPartProps {
  readonly draft: Draft;
  readonly currency: string;
  readonly mostAWeek: number;
  readonly faultOf: FaultOf;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** The messages of a plan, the earliest first. */
export function StepsPart({ draft, currency, mostAWeek, faultOf, onChange }: StepsPartProps) {
  const { steps: words } = usePlanWords();
  const { steps } = draft;
  const put = (index: number, part: Partial<Step>) =>
    onChange({ steps: steps.map((step, other) => (other === index ? { ...step, ...part } : step)) });
  return (
    <Section what={words.what} why={words.why}>
      <ol className="plan-steps">
        {steps.map((step, index) => (
          <StepCard
            // biome-ignore lint/suspicious/noArrayIndexKey: a message is its place in the plan; it has no other name.
            key={index}
            index={index}
            count={steps.length}
            step={step}
            currency={currency}
            mostAWeek={isOver(steps, index, mostAWeek) ? mostAWeek : null}
            faultOf={(field) => faultOf(`steps.${index}.${field}`)}
            onChange={(part) => put(index, part)}
            onExchange={(other) => onChange({ steps: exchanged(steps, index, other) })}
            onRemove={() => onChange({ steps: without(steps, index) })}
          />
        ))}
      </ol>
      {steps.length < MOST_STEPS && (
        <Button type="button" variant="secondary" size="small" onClick={() => onChange({ steps: withStep(steps) })}>
          {words.add}
        </Button>
      )}
    </Section>
  );
}
