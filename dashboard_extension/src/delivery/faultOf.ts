import type { FaultOf } from "../settings/faults";
import type { DeliveryWords } from "../words/delivery/en";
import type { RulesFault } from "./useDeliveryForm";

/** Which of the forms a fault belongs to: a warehouse's, a channel's, or the store's own. */
export interface Of {
  readonly warehouse?: string;
  readonly channel?: string;
}

/** Why a field of one of the forms cannot be saved, in the reader's language where its code is known. */
export function faultReader(words: DeliveryWords, faults: readonly RulesFault[], of: Of): FaultOf {
  const own = faults.filter((one) => one.warehouse === (of.warehouse ?? null) && one.channel === (of.channel ?? null));
  return (field) => {
    const fault = own.find((one) => one.field === field);
    if (fault === undefined) return null;
    const name = field.split(".").at(-1) ?? "";
    if (fault.code === "INVALID") return words.wrong[name] ?? fault.message;
    return words.faults[fault.code] ?? fault.message;
  };
}
