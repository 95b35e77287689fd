import { X } from "lucide-react";
import { useAppWords } from "../words/app/useAppWords";
import { fill } from "../words/language";
import { ChoiceField } from "./ChoiceField";
import { type ContactChannel, KINDS, type Kind } from "./draft";
import { TextField } from "./TextField";

interface ContactWayProps {
  readonly way: ContactChannel;
  readonly onChange: (way: ContactChannel) => void;
  readonly onRemove: () => void;
}

export function ContactWay({ way, onChange, onRemove }: ContactWayProps) {
  const { settings: words } = useAppWords();
  const name = fill(words.removeNamed, { name: words.kinds[way.kind] });
  return (
    <li className="way">
      <ChoiceField
        label={words.kind}
        value={way.kind}
        options={KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        onChange={(kind) => onChange({ kind: kind as Kind, address: kind === "form" ? "" : way.address })}
      />
      {way.kind === "form" ? (
        <p className="quiet way-note">{words.formNeedsNothing}</p>
      ) : (
        <TextField
          label={way.kind === "email" ? words.address : words.number}
          value={way.address}
          onChange={(address) => onChange({ ...way, address })}
        />
      )}
      <button type="button" className="icon" aria-label={name} title={name} onClick={onRemove}>
        <X size={16} aria-hidden="true" />
      </button>
    </li>
  );
}
