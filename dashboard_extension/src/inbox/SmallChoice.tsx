interface SmallChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** The browser's own list in the height of a line, named by what stands before it. */
export function SmallChoice({ label, value, options, onChange }: SmallChoiceProps) {
  return (
    <label className="small-choice">
      <span className="quiet">{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
