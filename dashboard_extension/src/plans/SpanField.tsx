import { useId, useState } from "react";
import { FieldHelp } from "../settings/FieldHelp";
import { usePlanWords } from "../words/plans/usePlanWords";
import { UNITS, type Unit, unitOf } from "./spans";

interface SpanFieldProps {
  readonly minutes: number;
  readonly fault: string | null;
  readonly onChange: (minutes: number) => void;
}

/** A number and its unit. The unit that somebody chose stays, although 24 hours are a day. */
export function SpanField({ minutes, fault, onChange }: SpanFieldProps) {
  const { steps: words } = usePlanWords();
  const [chosen, setChosen] = useState<Unit>(() => unitOf(minutes));
  const id = useId();
  const unit = minutes % UNITS[chosen] === 0 ? chosen : unitOf(minutes);
  const said = { "aria-invalid": fault !== null, "aria-describedby": `${id}-help` };
  return (
    <fieldset className="span-field">
      <legend>{words.after}</legend>
      <span className="span-pair">
        <input
          type="number"
          min={1}
          step={1}
          inputMode="numeric"
          // Cleared, it is empty rather than a nought before what is typed next.
          value={minutes === 0 ? "" : minutes / UNITS[unit]}
          aria-label={words.after}
          {...said}
          onChange={(event) => onChange(Math.round(Number(event.target.value)) * UNITS[unit])}
        />
        <select
          value={unit}
          aria-label={words.unit}
          {...said}
          onChange={(event) => {
            const next = event.target.value as Unit;
            setChosen(next);
            onChange((minutes / UNITS[unit]) * UNITS[next]);
          }}
        >
          {(Object.keys(UNITS) as Unit[]).map((one) => (
            <option key={one} value={one}>
              {words.units[one]}
            </option>
          ))}
        </select>
      </span>
      <FieldHelp id={`${id}-help`} fault={fault} />
    </fieldset>
  );
}
