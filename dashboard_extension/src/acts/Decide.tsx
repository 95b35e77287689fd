import { useState } from "react";
import { OrderActApprove } from "../generated/OrderActApprove";
import { OrderActReject } from "../generated/OrderActReject";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { useSender } from "../staff/useSender";
import { useActWords } from "../words/acts/useActWords";
import { useLanguage } from "../words/useLanguage";
import { ActField } from "./ActField";

/** A lead's yes or no to what somebody else asks. */
export function Decide({ id, onDecided }: { readonly id: string; readonly onDecided: () => void }) {
  const words = useActWords();
  const { tag } = useLanguage();
  const { ask, dashboard } = useStaff();
  const { busy, send } = useSender<unknown>(words);
  const [note, setNote] = useState("");
  const decide = async (yes: boolean) => {
    const variables = { id, note: note.trim(), language: tag.slice(0, 2) };
    const done = await send(async () =>
      yes
        ? outcomeOf(await ask(OrderActApprove, variables), (data) => data.orderActApprove)
        : outcomeOf(await ask(OrderActReject, variables), (data) => data.orderActReject),
    );
    if (done !== null) dashboard.toast("success", yes ? words.approved : words.rejected);
    onDecided();
  };
  return (
    <div className="decide">
      <ActField label={words.decisionNote}>
        <input type="text" maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      </ActField>
      <p className="form-deeds">
        <button type="button" className="button" aria-disabled={busy} onClick={() => busy || decide(true)}>
          {words.approve}
        </button>
        <button type="button" className="button secondary" aria-disabled={busy} onClick={() => busy || decide(false)}>
          {words.reject}
        </button>
      </p>
    </div>
  );
}
