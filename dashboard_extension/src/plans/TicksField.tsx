import { useId } from "react";
import { Check } from "../settings/Check";
import { FieldHelp } from "../settings/FieldHelp";

interface TicksFieldProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly Value[];
  readonly names: Readonly<Record<Value, string>>;
  readonly chosen: readonly Value[];
  readonly fault: string | null;
  readonly onChange: (chosen: readonly Value[]) => void;
}

/** Some of a few, in their own order. */
export function TicksField<Value extends string>(props: TicksFieldProps<Value>) {
  const { legend, options, names, chosen, fault, onChange } = props;
  const id = useId();
  const put = (value: Value, on: boolean) =>
    onChange(options.filter((one) => (one === value ? on : chosen.includes(one))));
  return (
    <fieldset className="checks ticks" aria-describedby={`${id}-help`}>
      <legend>{legend}</legend>
      {options.map((value) => (
        <Check key={value} label={names[value]} checked={chosen.includes(value)} onChange={(on) => put(value, on)} />
      ))}
      <FieldHelp id={`${id}-help`} fault={fault} />
    </fieldset>
  );
}
