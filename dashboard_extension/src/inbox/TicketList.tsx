import { Button } from "@saleor/macaw-ui";
import { Keyboard } from "lucide-react";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { LoadedPart } from "../app/LoadedPart";
import { PageLink } from "../app/PageLink";
import { MACROS, SEAT, WALL } from "../app/way";
import type { TicketRowFragment } from "../generated/Tickets";
import type { Found } from "../staff/firstPages";
import { useDeskWords } from "../words/desk/useDeskWords";
import { useLanguage } from "../words/useLanguage";
import { AlertsDialog } from "./AlertsDialog";
import { ApprovalsLink } from "./ApprovalsLink";
import { BulkBar } from "./BulkBar";
import { choosing } from "./choosing";
import { HeldLink } from "./HeldLink";
import { LineStanding } from "./LineStanding";
import { ListFilters } from "./ListFilters";
import { LiveChats } from "./LiveChats";
import { NoTickets } from "./NoTickets";
import { PresenceSwitch } from "./PresenceSwitch";
import { TicketRow } from "./TicketRow";
import type { Inbox, Update } from "./useInbox";
import { ViewTabs } from "./ViewTabs";
import { EVERYTHING } from "./wanted";

interface TicketListProps {
  readonly inbox: Inbox;
  readonly current: string | null;
  readonly busy: boolean;
  readonly onUpdate: Update;
  readonly onKeys: () => void;
}

const NOBODY: ReadonlySet<string> = new Set();

export function TicketList({ inbox, current, busy, onUpdate, onKeys }: TicketListProps) {
  const words = useDeskWords();
  const { count } = useLanguage();
  const { tickets, chats, seat, counts, user, again } = inbox;
  const [chosen, setChosen] = useState(NOBODY);
  const last = useRef<string | null>(null);
  const shown = useShownMeanwhile(tickets.loaded.kind === "shown" ? tickets.loaded.data : null);
  const list = (found: Found<TicketRowFragment>) => {
    // A chat that goes on stands above.
    const rows = found.rows.filter(({ id }) => !chats.some(({ ticket }) => ticket?.id === id));
    const ids = rows.map(({ id }) => id);
    const choose = (id: string, on: boolean, range: boolean) => {
      setChosen(choosing(ids, chosen, { id, on, from: range ? last.current : null }));
      last.current = id;
    };
    const those = ids.filter((id) => chosen.has(id));
    return (
      <>
        <p className="only-heard" role="status">
          {count(words.found, found.total)}
        </p>
        {those.length > 0 && (
          <BulkBar
            ids={those}
            whose={whoseAre(rows.filter(({ id }) => chosen.has(id)))}
            busy={busy}
            onUpdate={async (...what) => {
              const changed = await onUpdate(...what);
              if (changed !== null) setChosen(NOBODY);
              return changed;
            }}
            onNone={() => setChosen(NOBODY)}
          />
        )}
        {rows.length === 0 && chats.length === 0 && (
          <NoTickets wanted={inbox.wanted} onAll={() => inbox.want(EVERYTHING)} />
        )}
        {rows.length > 0 && (
          <ul className="ticket-rows">
            {rows.map((ticket) => (
              <TicketRow
                key={ticket.id}
                ticket={ticket}
                current={ticket.id === current}
                chosen={chosen.has(ticket.id)}
                onChoose={(on, range) => choose(ticket.id, on, range)}
              />
            ))}
          </ul>
        )}
        {found.more && (
          <Button type="button" variant="secondary" size="medium" onClick={inbox.more}>
            {words.more}
          </Button>
        )}
      </>
    );
  };
  return (
    <section className="ticket-list" aria-labelledby="inbox-title">
      <div className="list-head">
        <div>
          <h2 id="inbox-title">{words.list}</h2>
          <button type="button" className="icon" aria-label={words.keys} title={words.keys} onClick={onKeys}>
            <Keyboard size={16} aria-hidden="true" />
          </button>
          {seat && <AlertsDialog />}
        </div>
        <nav aria-label={words.title}>
          <PageLink to={`/inbox/${WALL}`} className="link">
            {words.wallLink}
          </PageLink>
          <PageLink to={`/inbox/${MACROS}`} className="link">
            {words.macrosPage}
          </PageLink>
          <PageLink to={`/inbox/${SEAT}`} className="link">
            {words.seatPage}
          </PageLink>
          <ApprovalsLink />
          <HeldLink />
        </nav>
      </div>
      {seat && <PresenceSwitch seat={seat} onChange={again} />}
      <LineStanding />
      <LiveChats chats={chats} chosen={current} user={user} onChange={again} />
      <ViewTabs wanted={inbox.typed} clocks={inbox.clocks} onChange={inbox.want} />
      <ListFilters wanted={inbox.typed} counts={counts} tags={inbox.tags} onChange={inbox.want} />
      {tickets.loaded.kind === "loading" && shown ? (
        <div aria-busy="true" className="dimmed">
          {list(shown)}
        </div>
      ) : (
        <LoadedPart from={tickets} needs="MANAGE_ORDERS">
          {list}
        </LoadedPart>
      )}
    </section>
  );
}

/** The one whose all of these are. */
function whoseAre(rows: readonly TicketRowFragment[]): string | null {
  const owners = new Set(rows.map(({ assignedEmail }) => assignedEmail));
  return owners.size === 1 ? (rows[0]?.assignedEmail ?? null) : null;
}

/** What was shown last, while other words are looked for: a list that blinks at each key cannot be read. */
function useShownMeanwhile<T>(found: T | null): T | null {
  const last = useRef(found);
  useEffect(() => {
    if (found !== null) last.current = found;
  }, [found]);
  return useDeferredValue(found ?? last.current);
}
