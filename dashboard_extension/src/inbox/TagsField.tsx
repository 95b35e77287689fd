import { X } from "lucide-react";
import { useState } from "react";
import type { TicketsUpdateInput } from "../generated/TicketsUpdate";
import { TicketTags } from "../generated/TicketTags";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";

interface TagsFieldProps {
  readonly tags: readonly string[];
  readonly onUpdate: (input: TicketsUpdateInput) => Promise<number | null>;
}

const loadTags = loadOf(TicketTags);
const NOTHING = {};
const MOST_LENGTH = 50;
const KNOWN = "known-tags";

/** A conversation's tags; Enter adds one, and those in use lately are offered. */
export function TagsField({ tags, onUpdate }: TagsFieldProps) {
  const words = useDeskWords();
  const [typed, setTyped] = useState("");
  const { loaded } = useLoaded(loadTags, NOTHING);
  const known = loaded.kind === "shown" ? loaded.data.ticketTags : [];
  const add = async () => {
    const tag = typed.trim();
    if (tag !== "" && (await onUpdate({ addTags: [tag] })) !== null) setTyped("");
  };
  return (
    <form
      className="tags-field"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      {tags.map((tag) => (
        <span key={tag} className="chip tag">
          {tag}
          <button
            type="button"
            aria-label={fill(words.removeTag, { tag })}
            onClick={() => onUpdate({ removeTags: [tag] })}
          >
            <X size={12} aria-hidden="true" />
          </button>
        </span>
      ))}
      <input
        type="text"
        list={KNOWN}
        value={typed}
        maxLength={MOST_LENGTH}
        aria-label={words.addTag}
        placeholder={words.addTag}
        onChange={(event) => setTyped(event.target.value)}
      />
      <datalist id={KNOWN}>
        {known
          .filter((tag) => !tags.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </form>
  );
}
