import { Checkbox } from "@saleor/macaw-ui";

interface CheckProps {
  readonly label: string;
  readonly note?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Check({ label, note, checked, onChange }: CheckProps) {
  return (
    <Checkbox checked={checked} onCheckedChange={(next) => onChange(next === true)}>
      <span className="check-text">
        {label}
        {note && <span className="quiet"> {note}</span>}
      </span>
    </Checkbox>
  );
}
