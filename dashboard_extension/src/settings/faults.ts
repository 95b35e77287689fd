import type { Fault } from "../staff/outcome";
import type { AppWords } from "../words/app/en";

/** Why a field cannot be saved, in the reader's language where its code is known; null when it can. */
export type FaultOf = (field: string) => string | null;

export function faultReader(words: AppWords["settings"], faults: readonly Fault[]): FaultOf {
  return (field) => {
    const fault = faults.find((one) => one.field === field);
    return fault === undefined ? null : faultText(words, fault);
  };
}

export function faultText(words: AppWords["settings"], { field, code, message }: Fault): string {
  if (code === "INVALID") return words.wrong[field ?? ""] ?? message;
  return words.faults[code] ?? message;
}
