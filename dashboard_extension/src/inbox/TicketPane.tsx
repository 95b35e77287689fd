import { ArrowLeft, PanelRight } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { Proposal } from "../acts/ActsPart";
import { LoadedPart } from "../app/LoadedPart";
import { PageLink } from "../app/PageLink";
import { Segments } from "../app/Segments";
import type { Undoable } from "../app/UndoToast";
import { Waiting } from "../app/Waiting";
import { useLive } from "../live/LiveContext";
import { Notice } from "../order/Notice";
import { useWatched } from "../useWatched";
import { useDeskWords } from "../words/desk/useDeskWords";
import { useTimelineWords } from "../words/timeline/useTimelineWords";
import { Composer } from "./Composer";
import { chatStanding } from "./chatStanding";
import type { Ticket } from "./loadThread";
import { SplitBar } from "./SplitBar";
import { Thread } from "./Thread";
import { ThreadHead } from "./ThreadHead";
import { TicketFacts } from "./TicketFacts";
import { TicketTimeline } from "./TicketTimeline";
import { useThread } from "./useThread";

const Beside = lazy(() => import("../beside/Beside"));

type Tab = "conversation" | "order" | "person";

interface TicketPaneProps {
  readonly id: string;
  readonly onChange: () => void;
  /** Open the next conversation of the list. */
  readonly onNext: () => void;
  readonly onUndoable: (undoable: Undoable) => void;
}

/** One conversation: what was said, the place to answer, and who it is with. */
export function TicketPane({ id, onChange, onNext, onUndoable }: TicketPaneProps) {
  const words = useDeskWords();
  const timeline = useTimelineWords();
  const { user } = useWatched(useLive());
  const { loading, said, lastSeq, shopperRead } = useThread(id);
  const [beside, setBeside] = useState(false);
  const [tab, setTab] = useState<Tab>("conversation");
  const [proposal, setProposal] = useState<Proposal | null>(null);
  /** The messages chosen for a ticket of their own; null while nobody splits. */
  const [apart, setApart] = useState<ReadonlySet<number> | null>(null);
  const propose = (next: Proposal) => {
    setProposal(next);
    setBeside(true);
  };
  const changed = () => {
    loading.again();
    onChange();
  };
  return (
    <div className={beside ? "pane aside-open" : "pane"}>
      <div className="pane-head">
        <PageLink to="/inbox" className="back link">
          <ArrowLeft size={16} aria-hidden="true" />
          {words.back}
        </PageLink>
        <button type="button" className="link show-aside" aria-expanded={beside} onClick={() => setBeside(!beside)}>
          <PanelRight size={16} aria-hidden="true" />
          {beside ? words.hideDetails : words.details}
        </button>
      </div>
      <LoadedPart from={loading} needs="MANAGE_ORDERS">
        {(thread) => {
          if (thread === null) return <Notice says={words.missing} />;
          const { ticket } = thread;
          const standing = chatStanding(ticket, user);
          return (
            <div className="ticket">
              <article className="ticket-main" aria-labelledby="ticket-subject">
                <ThreadHead
                  ticket={ticket}
                  standing={standing}
                  onChange={changed}
                  onNext={onNext}
                  onUndoable={onUndoable}
                  onSplit={() => {
                    setTab("conversation");
                    setApart(new Set());
                  }}
                />
                {(ticket.order || ticket.customerEmail) && (
                  <div className="thread-tabs">
                    <Segments legend={timeline.tabs} options={tabsOf(ticket)} value={tab} onChange={setTab} />
                  </div>
                )}
                {tab === "order" && ticket.order && <TicketTimeline of={{ order: ticket.order.id }} />}
                {tab === "person" && ticket.customerEmail && <TicketTimeline of={{ email: ticket.customerEmail }} />}
                {tab === "conversation" && (
                  <Thread
                    ticket={ticket}
                    said={said}
                    shopperRead={shopperRead}
                    apart={apart}
                    onApart={setApart}
                    onChange={changed}
                  />
                )}
                {apart ? (
                  <SplitBar
                    ticket={ticket}
                    chosen={apart}
                    onChange={changed}
                    onUndoable={onUndoable}
                    onEnd={() => setApart(null)}
                  />
                ) : (
                  <Composer
                    ticket={ticket}
                    standing={standing}
                    lastSeq={lastSeq}
                    onChange={changed}
                    onPropose={propose}
                  />
                )}
              </article>
              <aside className="ticket-aside" aria-label={words.details}>
                <TicketFacts
                  ticket={ticket}
                  onChange={changed}
                  onUndoable={onUndoable}
                  proposal={proposal}
                  onProposalGone={() => setProposal(null)}
                />
                <Suspense fallback={<Waiting />}>
                  <Beside
                    ticketId={ticket.id}
                    conversationId={ticket.conversationId}
                    live={standing === "mine" || standing === "theirs" || standing === "waiting"}
                  />
                </Suspense>
              </aside>
            </div>
          );
        }}
      </LoadedPart>
    </div>
  );
  function tabsOf({ order, customerEmail }: Ticket): readonly (readonly [Tab, string])[] {
    return [
      ["conversation", timeline.conversation],
      ...(order ? [["order", timeline.ofOrder] as const] : []),
      ...(customerEmail ? [["person", timeline.ofPerson] as const] : []),
    ];
  }
}
