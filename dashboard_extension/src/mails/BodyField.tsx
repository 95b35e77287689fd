import { Textarea } from "@saleor/macaw-ui";
import { useId } from "react";
import { FieldHelp } from "../settings/FieldHelp";

interface BodyFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint: string;
  readonly fault: string | null;
  readonly onChange: (value: string) => void;
}

export function BodyField({ label, value, hint, fault, onChange }: BodyFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <Textarea
        id={id}
        label={label}
        size="medium"
        rows={5}
        value={value}
        error={fault !== null}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-help`}
        onChange={(event) => onChange(event.target.value)}
      />
      <FieldHelp id={`${id}-help`} hint={hint} fault={fault} />
    </div>
  );
}
