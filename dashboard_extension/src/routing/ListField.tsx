import { useState } from "react";
import { listOf } from "../seat/listOf";
import { TextField } from "../settings/TextField";

interface ListFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly list: readonly string[];
  readonly fault: string | null;
  readonly onChange: (list: readonly string[]) => void;
}

/** Words with commas between them; the text stays as somebody types it. */
export function ListField({ label, hint, list, fault, onChange }: ListFieldProps) {
  const [text, setText] = useState(list.join(", "));
  return (
    <TextField
      label={label}
      hint={hint}
      value={text}
      fault={fault}
      onChange={(typed) => {
        setText(typed);
        onChange(listOf(typed));
      }}
    />
  );
}
