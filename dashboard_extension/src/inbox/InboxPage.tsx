import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { type Undoable, UndoToast } from "../app/UndoToast";
import { Waiting } from "../app/Waiting";
import { useWay } from "../app/WayContext";
import { HELD, MACROS, SEAT, WALL } from "../app/way";
import type { TicketRowFragment } from "../generated/Tickets";
import { useLive } from "../live/LiveContext";
import { useDeskWords } from "../words/desk/useDeskWords";
import { useLanguage } from "../words/useLanguage";
import { type KeyDeeds, KeysContext } from "./KeysContext";
import { KeysDialog } from "./KeysDialog";
import { TicketList } from "./TicketList";
import { TicketPane } from "./TicketPane";
import { ticketPath } from "./ticketPath";
import { type Update, useInbox } from "./useInbox";
import { useKeyboard } from "./useKeyboard";
import { useTicketDeeds } from "./useTicketDeeds";
import "./inbox.css";

const OTHERS = {
  [WALL]: lazy(() => import("../wall/WallPage")),
  [MACROS]: lazy(() => import("../macros/MacrosPage")),
  [HELD]: lazy(() => import("../held/HeldMailsPage")),
  [SEAT]: lazy(() => import("../seat/SeatPage")),
} as const;

type Owned = Pick<TicketRowFragment, "id" | "assignedEmail">;

/** The inbox, or one of the pages that belong to it. */
export default function InboxPage({ ticketId }: { readonly ticketId: string | null }) {
  const live = useLive();
  useEffect(() => live.start(), [live]);
  const Other = OTHERS[ticketId as keyof typeof OTHERS];
  if (!Other) return <Conversations ticketId={ticketId} />;
  return (
    <Suspense fallback={<Waiting />}>
      <Other />
    </Suspense>
  );
}

/** The list beside the conversation; where there is no room for both, one of them. */
function Conversations({ ticketId }: { readonly ticketId: string | null }) {
  const words = useDeskWords();
  const { count } = useLanguage();
  const way = useWay();
  const inbox = useInbox();
  const deeds = useRef<KeyDeeds>(new Map()).current;
  const keyboard = useKeyboard(deeds);
  const [helping, setHelping] = useState(false);
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  const gone = useCallback(() => setUndoable(null), []);
  const { busy, update } = useTicketDeeds(inbox.again);
  const updateAll: Update = async (ids, input) => {
    const owners = ownersOf(ids);
    const changed = await update(ids, input);
    if (changed === null) return null;
    const closed = input.state === "CLOSED";
    const said = count(closed ? words.allClosed : words.updated, changed);
    const back = closed ? { state: "OPEN" as const } : input.snoozeUntil ? { wake: true } : null;
    if (back) setUndoable({ said, undo: () => update(ids, back) });
    if (input.assignTo || input.assignToMe || input.unassign) setUndoable({ said, undo: () => giveBack(owners) });
    return changed;
  };
  const ownersOf = (ids: readonly string[]) => {
    const shown = inbox.tickets.loaded.kind === "shown" ? inbox.tickets.loaded.data.rows : [];
    return shown.filter(({ id }) => ids.includes(id));
  };
  const giveBack = async (rows: readonly Owned[]) => {
    for (const owner of new Set(rows.map(({ assignedEmail }) => assignedEmail))) {
      const theirs = rows.filter(({ assignedEmail }) => assignedEmail === owner).map(({ id }) => id);
      await update(theirs, owner ? { assignTo: owner } : { unassign: true });
    }
  };
  const go = (step: 1 | -1) => {
    const shown = inbox.tickets.loaded.kind === "shown" ? inbox.tickets.loaded.data.rows : [];
    const order = [
      ...new Set([...inbox.chats.flatMap(({ ticket }) => ticket?.id ?? []), ...shown.map(({ id }) => id)]),
    ];
    const at = ticketId === null ? -1 : order.indexOf(ticketId);
    const next = at < 0 ? order[0] : order[at + step];
    if (next !== undefined) way.go(ticketPath(next));
    else if (step === 1) way.go("/inbox");
  };
  deeds.set("next", () => go(1));
  deeds.set("previous", () => go(-1));
  deeds.set("help", () => setHelping(true));
  return (
    <KeysContext.Provider value={deeds}>
      <div className={ticketId === null ? "inbox" : "inbox reading"}>
        <h1 className="only-heard">{words.title}</h1>
        <TicketList inbox={inbox} current={ticketId} busy={busy} onUpdate={updateAll} onKeys={() => setHelping(true)} />
        {ticketId === null ? (
          <div className="pane unread">
            <p className="quiet">
              {words.pick} {keyboard.on && words.pickKeys}
            </p>
          </div>
        ) : (
          <TicketPane
            key={ticketId}
            id={ticketId}
            onChange={inbox.again}
            onNext={() => go(1)}
            onUndoable={setUndoable}
          />
        )}
        <UndoToast undoable={undoable} onGone={gone} />
        <KeysDialog open={helping} on={keyboard.on} onTurn={keyboard.turn} onClose={() => setHelping(false)} />
      </div>
    </KeysContext.Provider>
  );
}
