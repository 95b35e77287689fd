import { useState } from "react";
import { newId } from "../dashboard/messenger";
import { OrderActCreate } from "../generated/OrderActCreate";
import type { ActKind } from "../generated/OrderActPreview";
import type { TicketOrderFragment } from "../generated/TicketThread";
import { useReasons } from "../inbox/useReasons";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { faultText, useSender } from "../staff/useSender";
import { useActWords } from "../words/acts/useActWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { ActField } from "./ActField";
import { ActFields } from "./ActFields";
import { ActPreviewPart } from "./ActPreviewPart";
import { type ActDraft, EMPTY, inputOf } from "./actDraft";
import { useActPreview } from "./useActPreview";

interface ActFormProps {
  readonly kind: ActKind;
  readonly order: TicketOrderFragment;
  readonly ticket: string | null;
  /** What it begins with, such as what a macro proposes or a ticket's reason. */
  readonly begun: Partial<ActDraft>;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

/** One act before it is done: what it needs, what it will do, and the button that does it or asks a lead. */
export function ActForm({ kind, order, ticket, begun, onDone, onLeave }: ActFormProps) {
  const words = useActWords();
  const { money, tag } = useLanguage();
  const { ask, dashboard } = useStaff();
  const { reasons } = useReasons();
  const [key] = useState(newId);
  const [draft, setDraft] = useState<ActDraft>({ ...EMPTY, ...begun });
  const [tried, setTried] = useState(false);
  const change = (part: Partial<ActDraft>) => setDraft({ ...draft, ...part });
  const input = inputOf({ kind, order: order.id, ticket, key }, draft);
  // What is written for colleagues changes nothing of what happens.
  const previewed = inputOf({ kind, order: order.id, ticket, key }, { ...draft, note: "" });
  const { preview, isSettled, failed } = useActPreview(previewed);
  const sender = useSender<{ readonly act: { readonly state: string } | null }>(words);
  const isBarred = preview !== null && preview.problems.length > 0;
  const mustAsk = preview?.needsApproval ?? false;
  const off = sender.busy || !isSettled || isBarred;
  const send = async () => {
    if (off) return setTried(true);
    const done = await sender.send(async () =>
      outcomeOf(await ask(OrderActCreate, { input, language: tag.slice(0, 2) }), (data) => data.orderActCreate),
    );
    if (done === null) return;
    dashboard.toast("success", done.act?.state === "NEEDS_APPROVAL" ? words.askedLead : words.taken);
    onDone();
  };
  return (
    <form
      className="act-form"
      aria-label={words.kinds[kind]}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="name">{words.kinds[kind]}</p>
      <ActFields kind={kind} order={order} draft={draft} preview={preview} onChange={change} />
      <ActField label={words.reason}>
        <select value={draft.reason} onChange={(event) => change({ reason: event.target.value })}>
          <option value="">{words.noReason}</option>
          {reasons.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </ActField>
      <ActField label={words.note} hint={mustAsk ? words.noteHint : undefined}>
        <textarea
          rows={2}
          maxLength={500}
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </ActField>
      <ActPreviewPart preview={preview} failed={failed} isComplete={tried} />
      {sender.faults.map((fault) => (
        <p key={fault.code} className="fault" role="alert">
          {faultText(words, fault)}
        </p>
      ))}
      {sender.failure && (
        <p className="fault" role="alert">
          {words.unknown}
        </p>
      )}
      <p className="form-deeds">
        <button type="submit" className="button" aria-disabled={off}>
          {buttonText()}
        </button>
        <button type="button" className="link" onClick={onLeave}>
          {words.cancel}
        </button>
      </p>
    </form>
  );

  function buttonText(): string {
    if (sender.busy) return words.asking;
    const sum = preview?.money ? money(preview.money) : null;
    if (mustAsk) return sum ? fill(words.askLeadSum, { money: sum }) : words.askLead;
    const act = words.kinds[kind];
    return sum ? fill(words.confirmSum, { act, money: sum }) : fill(words.confirm, { act });
  }
}
