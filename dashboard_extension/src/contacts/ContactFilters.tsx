import { Search, X } from "lucide-react";
import { ChoiceField } from "../settings/ChoiceField";
import { useContactWords } from "../words/contacts/useContactWords";
import type { Narrowing } from "./loadContacts";

interface ContactFiltersProps {
  readonly narrowing: Narrowing;
  readonly onChange: (narrowing: Narrowing) => void;
}

export function ContactFilters({ narrowing, onChange }: ContactFiltersProps) {
  const words = useContactWords();
  const named = { state: words.states, purpose: words.purposes, medium: words.media, reason: words.reasons } as const;
  const searched = (search: string) => onChange({ ...narrowing, search });
  return (
    <form className="filters" aria-label={words.narrow} onSubmit={(event) => event.preventDefault()}>
      <div className="search">
        <Search size={16} aria-hidden="true" />
        <input
          type="text"
          inputMode="search"
          value={narrowing.search}
          aria-label={words.search}
          placeholder={words.searchHint}
          onChange={(event) => searched(event.target.value)}
        />
        {narrowing.search !== "" && (
          <button type="button" className="icon" aria-label={words.clearSearch} onClick={() => searched("")}>
            <X size={16} aria-hidden="true" />
          </button>
        )}
      </div>
      <div className="choices">
        {(["state", "purpose", "medium", "reason"] as const).map((name) => (
          <ChoiceField
            key={name}
            label={words[name]}
            value={narrowing[name] ?? ""}
            options={[
              { value: "", label: words.everything },
              ...Object.entries(named[name]).map(([value, label]) => ({ value, label })),
            ]}
            onChange={(value) => onChange({ ...narrowing, [name]: value || null })}
          />
        ))}
      </div>
    </form>
  );
}
