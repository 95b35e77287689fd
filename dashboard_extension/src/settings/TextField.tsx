import { Input } from "@saleor/macaw-ui";
import { useId } from "react";
import { FieldHelp } from "./FieldHelp";

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly type?: "text" | "email" | "url" | "number" | "date" | "time" | "password";
  readonly hint?: string;
  /** What may be meant; anything else can be typed as well. */
  readonly suggestions?: readonly string[];
  readonly fault?: string | null;
  readonly onChange: (value: string) => void;
}

export function TextField({ label, value, type = "text", hint, suggestions, fault = null, onChange }: TextFieldProps) {
  const id = useId();
  // A selector has no colons.
  const list = `${id}-list`.replaceAll(":", "");
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
        {...(suggestions ? { list } : {})}
        onChange={(event) => onChange(event.target.value)}
      />
      {suggestions && (
        <datalist id={list}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      <FieldHelp id={`${id}-help`} hint={hint} fault={fault} />
    </div>
  );
}
