import { TicketNote } from "../generated/TicketNote";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { faultText, useSender } from "../staff/useSender";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";
import { useTicketWords } from "../words/tickets/useTicketWords";
import { useLanguage } from "../words/useLanguage";

/** Keep a note; `problem` says why one was not kept. */
export function useNoteSender(id: string) {
  const words = useDeskWords();
  const { keptDraft } = useTicketWords();
  const { words: common } = useLanguage();
  const { ask } = useStaff();
  const { busy, faults, failure, send } = useSender<unknown>(words);
  const [fault] = faults;
  return {
    busy,
    problem: failure
      ? fill("{why} {kept}", { why: common.failures[failure.code].why, kept: keptDraft })
      : fault
        ? faultText(words, fault)
        : null,
    send: (text: string, key: string) =>
      send(async () => outcomeOf(await ask(TicketNote, { id, text, key }), (data) => data.ticketNote)),
  };
}
