import { useState } from "react";
import { useAppWords } from "../words/app/useAppWords";
import { TextField } from "./TextField";

interface LanguagesFieldProps {
  readonly languages: readonly string[];
  readonly onChange: (languages: string[]) => void;
}

/** Codes of two letters, with commas between; the text stays as somebody types it. */
export function LanguagesField({ languages, onChange }: LanguagesFieldProps) {
  const { settings: words } = useAppWords();
  const [text, setText] = useState(languages.join(", "));
  return (
    <TextField
      label={words.languages}
      value={text}
      hint={words.languagesHint}
      onChange={(typed) => {
        setText(typed);
        onChange(
          typed
            .toLowerCase()
            .split(/[\s,]+/)
            .filter(Boolean),
        );
      }}
    />
  );
}
