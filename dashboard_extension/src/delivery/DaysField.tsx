import { useId } from "react";
import { FieldHelp } from "../settings/FieldHelp";
import { useDeliveryWords } from "../words/delivery/useDeliveryWords";
import { fill } from "../words/language";
import type { Days } from "./draft";

interface DaysFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly days: Days;
  readonly fault: string | null;
  readonly onChange: (days: Days) => void;
}

/** From how many working days to how many. */
export function DaysField({ label, hint, days, fault, onChange }: DaysFieldProps) {
  const words = useDeliveryWords();
  const id = useId();
  const input = (name: keyof Days, heard: string) => (
    <input
      type="number"
      min={0}
      max={365}
      inputMode="numeric"
      value={days[name]}
      aria-label={fill(heard, { what: label })}
      aria-invalid={fault !== null}
      aria-describedby={`${id}-help`}
      onChange={(event) => onChange({ ...days, [name]: Number(event.target.value) })}
    />
  );
  return (
    <fieldset className="days-field">
      <legend>{label}</legend>
      <span className="days-pair">
        {input("least", words.fromOf)}
        <span aria-hidden="true">–</span>
        {input("most", words.toOf)}
      </span>
      <FieldHelp id={`${id}-help`} hint={hint} fault={fault} />
    </fieldset>
  );
}
