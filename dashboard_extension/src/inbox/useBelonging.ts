import { newId } from "../dashboard/messenger";
import { TicketLinkAdd } from "../generated/TicketLinkAdd";
import { TicketLinkRemove } from "../generated/TicketLinkRemove";
import { TicketMerge } from "../generated/TicketMerge";
import { TicketMergeUndo } from "../generated/TicketMergeUndo";
import { TicketSplit } from "../generated/TicketSplit";
import { TicketSplitUndo } from "../generated/TicketSplitUndo";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { useSender } from "../staff/useSender";
import { useMatterWords } from "../words/matters/useMatterWords";

interface DoneWith {
  readonly ticket: { readonly id: string; readonly number?: number } | null;
}

/** Put tickets of one matter together, and those of two apart. Each gives the ticket it left, or null. */
export function useBelonging(id: string, onChange: () => void) {
  const words = useMatterWords();
  const { ask } = useStaff();
  const { busy, faults, send } = useSender<DoneWith>(words);
  const done = async (act: Parameters<typeof send>[0]) => {
    const payload = await send(act);
    onChange();
    return payload?.ticket ?? null;
  };
  return {
    busy,
    faults,
    merge: (into: string, forced: string | null) =>
      done(async () => {
        const force = forced === null ? {} : { force: true, why: forced };
        return outcomeOf(
          await ask(TicketMerge, { into, ids: [id], key: newId(), ...force }),
          (data) => data.ticketMerge,
        );
      }),
    unmerge: (merged: string) =>
      done(async () => outcomeOf(await ask(TicketMergeUndo, { id: merged }), (data) => data.ticketMergeUndo)),
    split: (messages: readonly number[], subject: string) =>
      done(async () =>
        outcomeOf(await ask(TicketSplit, { id, messages, subject, key: newId() }), (data) => data.ticketSplit),
      ),
    unsplit: (split: string) =>
      done(async () => outcomeOf(await ask(TicketSplitUndo, { id: split }), (data) => data.ticketSplitUndo)),
    link: (to: string) => done(async () => outcomeOf(await ask(TicketLinkAdd, { id, to }), (data) => data.ticketLink)),
    unlink: (to: string) =>
      done(async () => outcomeOf(await ask(TicketLinkRemove, { id, to }), (data) => data.ticketUnlink)),
  };
}

export type Belonging = ReturnType<typeof useBelonging>;
