import { useState } from "react";
import { FulfillmentMarkDelivered } from "../../generated/FulfillmentMarkDelivered";
import type { ShipmentFragment } from "../../generated/OrderCard";
import { outcomeOf } from "../../staff/outcome";
import { useStaff } from "../../staff/StaffContext";
import { fill } from "../../words/language";
import { useTicketWords } from "../../words/tickets/useTicketWords";
import { useLanguage } from "../../words/useLanguage";

interface DeliveredProps {
  readonly shipment: ShipmentFragment;
  readonly onDelivered: () => void;
}

/** When a parcel arrived, or the button that says so. A review is asked for some time after it. */
export function Delivered({ shipment, onDelivered }: DeliveredProps) {
  const { words: common, moment } = useLanguage();
  const words = useTicketWords();
  const { ask, dashboard } = useStaff();
  const [busy, setBusy] = useState(false);
  const { id, deliveredAt, status } = shipment;
  if (deliveredAt !== null) {
    return (
      <p className="done">
        <time dateTime={deliveredAt}>{fill(words.delivered, { when: moment(deliveredAt) })}</time>
      </p>
    );
  }
  if (status.toUpperCase() !== "FULFILLED") return null;
  const mark = async () => {
    if (busy) return;
    setBusy(true);
    const outcome = outcomeOf(await ask(FulfillmentMarkDelivered, { id }), (data) => data.fulfillmentMarkDelivered);
    setBusy(false);
    if ("payload" in outcome) {
      dashboard.toast("success", words.markedDelivered);
      onDelivered();
    } else {
      const why = "failure" in outcome ? common.failures[outcome.failure.code].why : outcome.faults[0]?.message;
      dashboard.toast("error", words.notMarked, why);
    }
  };
  return (
    <button type="button" className="link" aria-disabled={busy} onClick={mark}>
      {busy ? words.markingDelivered : words.markDelivered}
    </button>
  );
}
