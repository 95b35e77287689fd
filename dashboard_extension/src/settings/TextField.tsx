import { Input } from "@saleor/macaw-ui";
import { useId } from "react";
import { FieldHelp } from "./FieldHelp";

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly type?: "text" | "email" | "url" | "number" | "date" | "time" | "password";
  readonly hint?: string;
  readonly fault?: string | null;
  readonly onChange: (value: string) => void;
}

export function TextField({ label, value, type = "text", hint, fault = null, onChange }: TextFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <Input
        id={id}
        label={label}
        type={type}
        // macaw-ui says "input", which is no role.
        role={type === "number" ? "spinbutton" : "textbox"}
        size="medium"
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
