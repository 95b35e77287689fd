import { useId } from "react";

interface SegmentsProps<Value> {
  readonly legend: string;
  readonly options: readonly (readonly [value: Value, text: string])[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few, side by side: which part of a list is shown. */
export function Segments<Value extends string | null>({ legend, options, value, onChange }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset className="segments">
      <legend className="only-heard">{legend}</legend>
      {options.map(([one, text]) => (
        <label key={one}>
          <input type="radio" name={name} checked={one === value} onChange={() => onChange(one)} />
          <span className="segment">{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
