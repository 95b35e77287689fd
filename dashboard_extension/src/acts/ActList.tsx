import { useState } from "react";
import { OrderActRetry } from "../generated/OrderActRetry";
import type { ActFragment } from "../generated/OrderActs";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { useSender } from "../staff/useSender";
import { useActWords } from "../words/acts/useActWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { Decide } from "./Decide";

interface ActListProps {
  readonly acts: readonly ActFragment[];
  readonly onChange: () => void;
}

const SHOWN = 3;
const TONES = {
  ASKED: "moving",
  NEEDS_APPROVAL: "open",
  REJECTED: "plain",
  RUNNING: "moving",
  PENDING: "moving",
  DONE: "good",
  FAILED: "bad",
  IN_DOUBT: "open",
} as const;

/** What was done about an order, the newest first, and how far it is. */
export function ActList({ acts, onChange }: ActListProps) {
  const words = useActWords();
  const { count } = useLanguage();
  const [all, setAll] = useState(false);
  if (acts.length === 0) return null;
  const shown = all ? acts : acts.slice(0, SHOWN);
  return (
    <div className="acts-done" role="status">
      <ul aria-label={words.acts}>
        {shown.map((act) => (
          <ActRow key={act.id} act={act} onChange={onChange} />
        ))}
      </ul>
      {shown.length < acts.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {count(words.seeAll, acts.length - shown.length)}
        </button>
      )}
    </div>
  );
}

function ActRow({ act, onChange }: { readonly act: ActFragment; readonly onChange: () => void }) {
  const words = useActWords();
  const { moment, money, tag } = useLanguage();
  const { ask } = useStaff();
  const { busy, send } = useSender<unknown>(words);
  const retry = async () => {
    await send(async () =>
      outcomeOf(await ask(OrderActRetry, { id: act.id, language: tag.slice(0, 2) }), (data) => data.orderActRetry),
    );
    onChange();
  };
  return (
    <li>
      <p className="pills">
        <span className="name">{words.kinds[act.kind]}</span>
        {act.money && <span>{money(act.money)}</span>}
        <span className={`pill ${TONES[act.state]}`}>{words.states[act.state]}</span>
      </p>
      <p className="quiet small">{fill(words.byAt, { who: act.byEmail, when: moment(act.askedAt) })}</p>
      {act.code && (
        <p>
          {words.code}: <code>{act.code}</code>
        </p>
      )}
      {act.state === "IN_DOUBT" && <p className="quiet">{words.inDoubt}</p>}
      {act.state === "PENDING" && <p className="quiet">{words.pending}</p>}
      {act.state === "FAILED" && act.problem && <p className="fault">{act.problem.text}</p>}
      {act.decidedByEmail && act.decisionNote && (
        <p className="quiet">{fill(words.decided, { who: act.decidedByEmail, note: act.decisionNote })}</p>
      )}
      {act.canDecide && <Decide id={act.id} onDecided={onChange} />}
      {act.canRetry && (
        <button type="button" className="link" aria-disabled={busy} onClick={retry}>
          {words.retry}
        </button>
      )}
    </li>
  );
}
