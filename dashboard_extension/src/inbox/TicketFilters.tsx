import { Search, X } from "lucide-react";
import { Segments } from "../app/Segments";
import type { TicketState } from "../generated/Tickets";
import { useAppWords } from "../words/app/useAppWords";
import { useTicketWords } from "../words/tickets/useTicketWords";

interface TicketFiltersProps {
  readonly state: TicketState | null;
  readonly search: string;
  readonly onState: (state: TicketState | null) => void;
  readonly onSearch: (search: string) => void;
}

export function TicketFilters({ state, search, onState, onSearch }: TicketFiltersProps) {
  const { inbox: words } = useAppWords();
  const { states } = useTicketWords();
  const options = [
    ["OPEN", states.OPEN],
    // A pill may take a sentence; a button in a row of four has room for a word.
    ["WAITING", words.waiting],
    ["CLOSED", states.CLOSED],
    [null, words.all],
  ] as const;
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
      <Segments legend={words.filters} options={options} value={state} onChange={onState} />
    </form>
  );
}
