import { Search, X } from "lucide-react";
import { Segments } from "../app/Segments";
import type { CartCaseState } from "../generated/CartCases";
import { useCartWords } from "../words/carts/useCartWords";
import { useLanguage } from "../words/useLanguage";
import type { FoundCases } from "./loadCases";

const STATES = ["ABANDONED", "WATCHED", "RECOVERED", "ORDERED", "ENDED", "STOPPED"] as const;

interface CartFiltersProps {
  readonly state: CartCaseState;
  readonly search: string;
  /** Empty while they are not known. */
  readonly states: FoundCases["states"];
  readonly onState: (state: CartCaseState) => void;
  readonly onSearch: (search: string) => void;
}

export function CartFilters({ state, search, states, onState, onSearch }: CartFiltersProps) {
  const words = useCartWords();
  const { number } = useLanguage();
  const textOf = (one: CartCaseState) => {
    const counted = states.find((each) => each.state === one);
    return counted ? `${words.states[one]} ${number(counted.cases)}` : words.states[one];
  };
  return (
    <form className="filters" aria-label={words.filter} onSubmit={(event) => event.preventDefault()}>
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
      <Segments
        legend={words.filter}
        options={STATES.map((one) => [one, textOf(one)] as const)}
        value={state}
        onChange={onState}
      />
    </form>
  );
}
