import { ArrowDown, ArrowUp, X } from "lucide-react";
import { Check } from "../settings/Check";
import { FieldHelp } from "../settings/FieldHelp";
import type { FaultOf } from "../settings/faults";
import { fill } from "../words/language";
import { usePlanWords } from "../words/plans/usePlanWords";
import { ConditionsField } from "./ConditionsField";
import type { Step } from "./draft";
import { SpanField } from "./SpanField";

interface StepCardProps {
  readonly index: number;
  readonly count: number;
  readonly step: Step;
  readonly currency: string;
  /** Where the messages before this one use it up: how many a person gets in seven days. */
  readonly mostAWeek: number | null;
  readonly faultOf: FaultOf;
  readonly onChange: (part: Partial<Step>) => void;
  readonly onExchange: (other: number) => void;
  readonly onRemove: () => void;
}

/** One message: after how much quiet, on which conditions, with a voucher or without. */
export function StepCard(props: StepCardProps) {
  const { index, count, step, currency, mostAWeek, faultOf, onChange, onExchange, onRemove } = props;
  const { steps: words } = usePlanWords();
  const n = String(index + 1);
  const voucherFault = faultOf("voucher");
  return (
    <li className="plan-step">
      <div className="plan-step-head">
        <h3>{fill(words.step, { n })}</h3>
        <span className="plan-step-deeds">
          {deed(words.up, index > 0, ArrowUp, () => onExchange(index - 1))}
          {deed(words.down, index < count - 1, ArrowDown, () => onExchange(index + 1))}
          {deed(words.remove, count > 1, X, onRemove)}
        </span>
      </div>
      <SpanField
        minutes={step.after_minutes}
        fault={faultOf("after_minutes")}
        onChange={(after_minutes) => onChange({ after_minutes })}
      />
      {mostAWeek !== null && (
        <p className="help">{fill(words.over[mostAWeek === 1 ? "one" : "other"], { n: String(mostAWeek) })}</p>
      )}
      <ConditionsField
        step={index}
        conditions={step.when}
        currency={currency}
        faultOf={(field) => faultOf(`when${field}`)}
        onChange={(when) => onChange({ when })}
      />
      {index === 0 ? (
        <p className="help quiet">{words.noVoucher}</p>
      ) : (
        <Check label={words.voucher} checked={step.voucher} onChange={(voucher) => onChange({ voucher })} />
      )}
      {voucherFault !== null && <FieldHelp id={`voucher-${n}-help`} fault={voucherFault} />}
    </li>
  );

  function deed(label: string, works: boolean, Icon: typeof X, onClick: () => void) {
    if (!works) return null;
    const name = fill(label, { n });
    return (
      <button type="button" className="icon" aria-label={name} title={name} onClick={onClick}>
        <Icon size={16} aria-hidden="true" />
      </button>
    );
  }
}
