import { Textarea } from "@saleor/macaw-ui";
import { useId } from "react";
import { FieldHelp } from "./FieldHelp";

interface LinesFieldProps {
  readonly label: string;
  readonly lines: readonly string[];
  readonly hint: string;
  readonly fault: string | null;
  readonly onChange: (lines: string[]) => void;
}

/** A list, one a line. Empty lines stay while somebody types; they are not saved. */
export function LinesField({ label, lines, hint, fault, onChange }: LinesFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <Textarea
        id={id}
        label={label}
        size="medium"
        rows={Math.max(2, lines.length)}
        value={lines.join("\n")}
        error={fault !== null}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-help`}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value === "" ? [] : event.target.value.split("\n"))}
      />
      <FieldHelp id={`${id}-help`} hint={hint} fault={fault} />
    </div>
  );
}
