import { Button } from "@saleor/macaw-ui";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { LoadedPart } from "../app/LoadedPart";
import type { TicketRowFragment, TicketState } from "../generated/Tickets";
import type { Found } from "../staff/firstPages";
import { useLoaded } from "../staff/useLoaded";
import { useAppWords } from "../words/app/useAppWords";
import { useLanguage } from "../words/useLanguage";
import { loadTickets } from "./loadTickets";
import { NoTickets } from "./NoTickets";
import { TicketFilters } from "./TicketFilters";
import { TicketRow } from "./TicketRow";
import { useSettled } from "./useSettled";

const EVERY_MS = 20_000;

interface TicketListProps {
  readonly chosen: string | null;
  /** Another number when a ticket has been changed. */
  readonly changes: number;
}

export function TicketList({ chosen, changes }: TicketListProps) {
  const words = useAppWords().inbox;
  const { count } = useLanguage();
  const [state, setState] = useState<TicketState | null>("OPEN");
  const [search, setSearch] = useState("");
  const [pages, setPages] = useState(1);
  const asked = { state, search: useSettled(search.trim()), pages };
  const loading = useLoaded(loadTickets, asked, EVERY_MS);
  const { again } = loading;
  useEffect(() => {
    if (changes > 0) again();
  }, [changes, again]);
  const shown = useShownMeanwhile(loading.loaded.kind === "shown" ? loading.loaded.data : null);
  const list = (found: Found<TicketRowFragment>) => (
    <>
      <p className="only-heard" role="status">
        {count(words.found, found.total)}
      </p>
      {found.rows.length === 0 ? (
        <NoTickets
          asked={asked}
          onAll={() => {
            setState(null);
            setSearch("");
          }}
        />
      ) : (
        <ul className="ticket-rows">
          {found.rows.map((ticket) => (
            <TicketRow key={ticket.id} ticket={ticket} current={ticket.id === chosen} />
          ))}
        </ul>
      )}
      {found.more && (
        <Button type="button" variant="secondary" size="medium" onClick={() => setPages(pages + 1)}>
          {words.more}
        </Button>
      )}
    </>
  );
  return (
    <section className="ticket-list" aria-labelledby="inbox-title">
      <h2 id="inbox-title">{words.list}</h2>
      <TicketFilters
        state={state}
        search={search}
        onState={(next) => {
          setState(next);
          setPages(1);
        }}
        onSearch={(next) => {
          setSearch(next);
          setPages(1);
        }}
      />
      {loading.loaded.kind === "loading" && shown ? (
        <div aria-busy="true" className="dimmed">
          {list(shown)}
        </div>
      ) : (
        <LoadedPart from={loading} needs="MANAGE_ORDERS">
          {list}
        </LoadedPart>
      )}
    </section>
  );
}

/** What was shown last, while other words are looked for: a list that blinks at each key cannot be read. */
function useShownMeanwhile<T>(found: T | null): T | null {
  const last = useRef(found);
  useEffect(() => {
    if (found !== null) last.current = found;
  }, [found]);
  return useDeferredValue(found ?? last.current);
}
