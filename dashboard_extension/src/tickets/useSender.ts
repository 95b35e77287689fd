import { useState } from "react";
import type { Failure } from "../api/ask";
import type { Fault, Outcome } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { useTicketWords } from "../words/tickets/useTicketWords";
import { useLanguage } from "../words/useLanguage";

export interface Sender<Payload> {
  readonly busy: boolean;
  readonly faults: readonly Fault[];
  readonly failure: Failure | null;
  /** Do it; true when it is done. What went wrong is in `faults` or `failure`, and in Dashboard's corner. */
  send(act: () => Promise<Outcome<Payload>>): Promise<Payload | null>;
}

/** A change of a ticket: under way or not, and what stood in its way. */
export function useSender<Payload>(): Sender<Payload> {
  const { dashboard } = useStaff();
  const { words } = useLanguage();
  const ticketWords = useTicketWords();
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
      dashboard.toast(
        "error",
        ticketWords.failed,
        failure ? words.failures[failure.code].why : faultText(ticketWords, faults[0]),
      );
      return null;
    },
  };
}

type Words = ReturnType<typeof useTicketWords>;

/** Why, in the reader's language where the code is known, else as the server says. */
export function faultText(words: Words, fault: Fault | undefined): string {
  const known: Readonly<Record<string, string>> = words.faults;
  return known[fault?.code ?? ""] ?? fault?.message ?? words.faults.INVALID;
}
