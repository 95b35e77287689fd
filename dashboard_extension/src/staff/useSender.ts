import { useState } from "react";
import type { Failure } from "../api/ask";
import { useLanguage } from "../words/useLanguage";
import type { Fault, Outcome } from "./outcome";
import { useStaff } from "./StaffContext";

export interface Sender<Payload> {
  readonly busy: boolean;
  readonly faults: readonly Fault[];
  readonly failure: Failure | null;
  /** Do it; null when it was not done. What went wrong is in `faults` or `failure`, and in Dashboard's corner. */
  send(act: () => Promise<Outcome<Payload>>): Promise<Payload | null>;
}

/** How a part of the app says that a change was refused: `faults` by the server's codes, with one for the others. */
export interface RefusalWords {
  readonly failed: string;
  readonly faults: Readonly<Record<string, string>> & { readonly INVALID: string };
}

/** A change: under way or not, and what stood in its way. */
export function useSender<Payload>(words: RefusalWords): Sender<Payload> {
  const { dashboard } = useStaff();
  const { words: common } = useLanguage();
  const [state, setState] = useState<Omit<Sender<Payload>, "send">>({ busy: false, faults: [], failure: null });
  return {
    ...state,
    async send(act) {
      if (state.busy) return null;
      setState({ busy: true, faults: [], failure: null });
      const outcome = await act();
      const faults = "faults" in outcome ? outcome.faults : [];
      const failure = "failure" in outcome ? outcome.failure : null;
      setState({ busy: false, faults, failure });
      if ("payload" in outcome) return outcome.payload;
      dashboard.toast("error", words.failed, failure ? common.failures[failure.code].why : faultText(words, faults[0]));
      return null;
    },
  };
}

/** Why, in the reader's language where the code is known, else as the server says. */
export function faultText({ faults }: RefusalWords, fault: Fault | undefined): string {
  return faults[fault?.code ?? ""] ?? fault?.message ?? faults.INVALID;
}
