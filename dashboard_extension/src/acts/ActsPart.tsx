import "./acts.css";
import { useEffect, useRef, useState } from "react";
import type { ActKind } from "../generated/OrderActPreview";
import { OrderActs, type OrderActsQuery } from "../generated/OrderActs";
import type { TicketOrderFragment } from "../generated/TicketThread";
import { Menu } from "../inbox/Menu";
import { useStaff } from "../staff/StaffContext";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useActWords } from "../words/acts/useActWords";
import { useLanguage } from "../words/useLanguage";
import { ActForm } from "./ActForm";
import { ActList } from "./ActList";
import type { ActDraft } from "./actDraft";

export interface Proposal {
  readonly kind: ActKind;
  readonly begun: Partial<ActDraft>;
}

interface ActsPartProps {
  readonly order: TicketOrderFragment;
  readonly ticket: string | null;
  readonly reason: string;
  /** An act that a macro proposes; null where none does. */
  readonly proposal: Proposal | null;
  readonly onProposalGone: () => void;
}

const load = loadOf(OrderActs);
const MOST = 20;
const OFTEN = ["REFUND", "SUMMARY_AGAIN"] as const;
const OTHERS = [
  "REPLACEMENT",
  "RETURN",
  "GIFT_CARD",
  "VOUCHER",
  "TRACKING",
  "INVOICE",
  "GIFT_CARD_RESEND",
  "ADDRESS",
  "CANCEL",
] as const;
const EVERY_MS = 30_000;
const WHILE_MOVING_MS = 3_000;

/** What can be done about an order, and what was. */
export function ActsPart({ order, ticket, reason, proposal, onProposalGone }: ActsPartProps) {
  const words = useActWords();
  const { tag } = useLanguage();
  const { dashboard } = useStaff();
  const [moving, setMoving] = useState(false);
  const [kind, setKind] = useState<ActKind | null>(null);
  const { loaded, again } = useLoaded(
    load,
    { order: order.id, first: MOST, language: tag.slice(0, 2) },
    moving ? WHILE_MOVING_MS : EVERY_MS,
  );
  const acts = loaded.kind === "shown" ? actsIn(loaded.data) : [];
  const moves = acts.some(({ state }) => state === "ASKED" || state === "RUNNING" || state === "IN_DOUBT");
  if (moves !== moving) setMoving(moves);
  // Saleor has done it: Dashboard's page around us shows the order as it was.
  const acted = useRef(false);
  useEffect(() => {
    if (acted.current && !moves) dashboard.refreshEntity();
    acted.current = moves;
  }, [moves, dashboard]);
  const shown = proposal?.kind ?? kind;
  const leave = () => {
    setKind(null);
    onProposalGone();
  };
  return (
    <section className="acts-part" aria-labelledby="acts-title">
      <h3 id="acts-title">{words.title}</h3>
      {shown === null ? (
        <div className="form-deeds">
          {OFTEN.map((one) => (
            <button key={one} type="button" className="button secondary" onClick={() => setKind(one)}>
              {words.begin[one]}
            </button>
          ))}
          <Menu label={words.others}>
            {(close) =>
              OTHERS.map((one) => (
                <button
                  key={one}
                  type="button"
                  className="menu-item"
                  onClick={() => {
                    close();
                    setKind(one);
                  }}
                >
                  {words.begin[one]}
                </button>
              ))
            }
          </Menu>
        </div>
      ) : (
        <ActForm
          key={shown}
          kind={shown}
          order={order}
          ticket={ticket}
          begun={{ reason, ...proposal?.begun }}
          onDone={() => {
            leave();
            again();
          }}
          onLeave={leave}
        />
      )}
      <ActList acts={acts} onChange={again} />
    </section>
  );
}

function actsIn({ orderActs }: OrderActsQuery) {
  return orderActs.edges.flatMap((edge) => edge?.node ?? []);
}
