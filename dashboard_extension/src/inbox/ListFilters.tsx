import { Search, X } from "lucide-react";
import { useRef } from "react";
import { Segments } from "../app/Segments";
import { SnippetChannels } from "../generated/SnippetChannels";
import type { TicketClockState, TicketKind, TicketPriority, TicketSort } from "../generated/Tickets";
import { ChoiceField } from "../settings/ChoiceField";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useDeskWords } from "../words/desk/useDeskWords";
import { useMatterWords } from "../words/matters/useMatterWords";
import { useTicketWords } from "../words/tickets/useTicketWords";
import { useLanguage } from "../words/useLanguage";
import { CsvButton } from "./CsvButton";
import { useKey } from "./KeysContext";
import { nameOf, useColleagues } from "./useColleagues";
import { useReasons } from "./useReasons";
import { type Shelf, UNDONE, type Wanted } from "./wanted";

interface ListFiltersProps {
  readonly wanted: Wanted;
  readonly counts: Readonly<Record<Shelf, number>> | null;
  /** Those in use lately. */
  readonly tags: readonly string[];
  readonly onChange: (wanted: Wanted) => void;
}

const SHELVES = ["MINE", "NOBODY", "ALL", "SNOOZED"] as const;
const loadChannels = loadOf(SnippetChannels);
const NOTHING = {};

export function ListFilters({ wanted, counts, tags, onChange }: ListFiltersProps) {
  const words = useDeskWords();
  const matters = useMatterWords();
  const { states } = useTicketWords();
  const { number } = useLanguage();
  const search = useRef<HTMLInputElement>(null);
  useKey("search", () => search.current?.focus());
  const { loaded } = useLoaded(loadChannels, NOTHING);
  const channels = loaded.kind === "shown" ? loaded.data.channels : [];
  const searched = (text: string) => onChange({ ...wanted, search: text });
  const { reasons, departments } = useReasons();
  const { colleagues } = useColleagues();
  // One of a saved view may be unknown here.
  const chosen = wanted.assignedEmail;
  const isKnown = chosen === null || colleagues.some(({ email }) => email === chosen);
  const owners = isKnown ? colleagues : [...colleagues, { email: chosen, name: "" }];
  const any = { value: "", label: words.everything };
  return (
    <form className="filters" aria-label={words.search} onSubmit={(event) => event.preventDefault()}>
      <Segments
        legend={words.shelf}
        options={SHELVES.map((shelf) => [shelf, withCount(words.shelves[shelf], counts?.[shelf])] as const)}
        value={wanted.shelf}
        onChange={(shelf) => onChange({ ...wanted, shelf })}
      />
      <div className="search">
        <Search size={16} aria-hidden="true" />
        <input
          ref={search}
          type="text"
          inputMode="search"
          value={wanted.search}
          aria-label={words.search}
          placeholder={words.searchHint}
          onChange={(event) => searched(event.target.value)}
        />
        {wanted.search !== "" && (
          <button type="button" className="icon" aria-label={words.clearSearch} onClick={() => searched("")}>
            <X size={16} aria-hidden="true" />
          </button>
        )}
      </div>
      <details className="narrow">
        <summary>{words.narrow}</summary>
        <div className="choices">
          <ChoiceField
            label={words.state}
            value={wanted.state ?? ""}
            options={[{ value: UNDONE, label: words.undone }, any, ...optionsOf(states)]}
            onChange={(state) => onChange({ ...wanted, state: (state || null) as Wanted["state"] })}
          />
          <ChoiceField
            label={matters.reason}
            value={wanted.reason ?? ""}
            options={[any, ...reasons]}
            onChange={(reason) => onChange({ ...wanted, reason: reason || null })}
          />
          <ChoiceField
            label={matters.priority}
            value={wanted.priority ?? ""}
            options={[any, ...optionsOf(matters.priorities)]}
            onChange={(priority) => onChange({ ...wanted, priority: (priority || null) as TicketPriority | null })}
          />
          <ChoiceField
            label={matters.clock}
            value={wanted.clock ?? ""}
            options={[any, ...optionsOf(matters.clocks)]}
            onChange={(clock) => onChange({ ...wanted, clock: (clock || null) as TicketClockState | null })}
          />
          <ChoiceField
            label={matters.department}
            value={wanted.department ?? ""}
            options={[any, ...departments.map((name) => ({ value: name, label: name }))]}
            onChange={(department) => onChange({ ...wanted, department: department || null })}
          />
          <ChoiceField
            label={words.assigned}
            value={wanted.assignedEmail ?? ""}
            options={[any, ...owners.map((one) => ({ value: one.email, label: nameOf(one) }))]}
            onChange={(email) => onChange({ ...wanted, shelf: "ALL", assignedEmail: email || null })}
          />
          <ChoiceField
            label={words.kind}
            value={wanted.kind ?? ""}
            options={[any, ...optionsOf(words.kinds)]}
            onChange={(kind) => onChange({ ...wanted, kind: (kind || null) as TicketKind | null })}
          />
          <ChoiceField
            label={words.channel}
            value={wanted.channel ?? ""}
            options={[any, ...channels.map(({ slug, name }) => ({ value: slug, label: name }))]}
            onChange={(channel) => onChange({ ...wanted, channel: channel || null })}
          />
          <ChoiceField
            label={words.tag}
            value={wanted.tag}
            options={[any, ...tags.map((tag) => ({ value: tag, label: tag }))]}
            onChange={(tag) => onChange({ ...wanted, tag })}
          />
          <ChoiceField
            label={matters.sort}
            value={wanted.sort}
            options={optionsOf(matters.sorts)}
            onChange={(sort) => onChange({ ...wanted, sort: sort as TicketSort })}
          />
        </div>
        <CsvButton wanted={wanted} />
      </details>
    </form>
  );

  function withCount(name: string, count: number | undefined): string {
    return count ? `${name} ${number(count)}` : name;
  }
}

function optionsOf(names: Readonly<Record<string, string>>) {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}
