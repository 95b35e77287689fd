import { Search, X } from "lucide-react";
import type { TicketState } from "../generated/Tickets";
import { useAppWords } from "../words/app/useAppWords";
import { useTicketWords } from "../words/tickets/useTicketWords";

const STATES = ["OPEN", "WAITING", "CLOSED", null] as const;

interface TicketFiltersProps {
  readonly state: TicketState | null;
  readonly search: string;
  readonly onState: (state: TicketState | null) => void;
  readonly onSearch: (search: string) => void;
}

export function TicketFilters({ state, search, onState, onSearch }: TicketFiltersProps) {
  const { inbox: words } = useAppWords();
  const { states } = useTicketWords();
  return (
    <form className="filters" aria-label={words.search} onSubmit={(event) => event.preventDefault()}>
      <div className="search">
        <Search size={16} aria-hidden="true" />
        <input
          type="text"
          inputMode="search"
          value={search}
          aria-label={words.search}
          placeholder={words.searchHint}
          onChange={(event) => onSearch(event.target.value)}
        />
        {search !== "" && (
          <button type="button" className="icon" aria-label={words.clearSearch} onClick={() => onSearch("")}>
            <X size={16} aria-hidden="true" />
          </button>
        )}
      </div>
      <fieldset className="segments">
        <legend className="only-heard">{words.filters}</legend>
        {STATES.map((one) => (
          <label key={one ?? "ALL"}>
            <input type="radio" name="state" checked={one === state} onChange={() => onState(one)} />
            <span className="segment">{one === null ? words.all : SHORT[one](words, states)}</span>
          </label>
        ))}
      </fieldset>
    </form>
  );
}

type Inbox = ReturnType<typeof useAppWords>["inbox"];
type States = ReturnType<typeof useTicketWords>["states"];

/** A pill may take a sentence; a button in a row of four has room for a word. */
const SHORT: Readonly<Record<TicketState, (words: Inbox, states: States) => string>> = {
  OPEN: (_words, states) => states.OPEN,
  WAITING: (words) => words.waiting,
  CLOSED: (_words, states) => states.CLOSED,
};
