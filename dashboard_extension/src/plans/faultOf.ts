import type { FaultOf } from "../settings/faults";
import type { Fault } from "../staff/outcome";
import type { PlanWords } from "../words/plans/en";

/** Why a field, or something below it, cannot be saved, in the reader's language where it is known. */
export function faultReader(words: PlanWords, faults: readonly Fault[]): FaultOf {
  return (field) => {
    const fault = faults.find((one) => one.field === field || one.field?.startsWith(`${field}.`));
    if (fault === undefined) return null;
    if (fault.code !== "INVALID") return words.faults[fault.code] ?? fault.message;
    // Of one in a list, the list's name: `steps.0.when.of.0.of.2`.
    const name = (fault.field ?? "").split(".").findLast((part) => !/^\d+$/.test(part)) ?? "";
    return words.wrong[name] ?? fault.message;
  };
}
