import { useId } from "react";
import { FieldHelp } from "./FieldHelp";

interface ChoiceFieldProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly fault?: string | null;
  readonly onChange: (value: string) => void;
}

/** The browser's own list: it can be searched by typing, and a phone shows it as a wheel. */
export function ChoiceField({ label, value, options, fault = null, onChange }: ChoiceFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <div className="choice">
        <label htmlFor={id}>{label}</label>
        <select
          id={id}
          value={value}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : `${id}-help`}
          onChange={(event) => onChange(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
      {fault !== null && <FieldHelp id={`${id}-help`} fault={fault} />}
    </div>
  );
}
