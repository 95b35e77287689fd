import type { Undoable } from "../app/UndoToast";
import { TicketUpdate, type TicketUpdateInput } from "../generated/TicketUpdate";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { useSender } from "../staff/useSender";
import { useMatterWords } from "../words/matters/useMatterWords";

interface MatterOf {
  readonly id: string;
  readonly onChange: () => void;
  readonly onUndoable: (undoable: Undoable) => void;
}

/** Change what a ticket is about, with the way back. */
export function useMatter({ id, onChange, onUndoable }: MatterOf) {
  const words = useMatterWords();
  const { ask } = useStaff();
  const { busy, send } = useSender<unknown>(words);
  const put = async (input: TicketUpdateInput) => {
    const done = await send(async () => outcomeOf(await ask(TicketUpdate, { id, input }), (data) => data.ticketUpdate));
    onChange();
    return done !== null;
  };
  return {
    busy,
    async change(next: TicketUpdateInput, before: TicketUpdateInput, said: string) {
      if (await put(next)) onUndoable({ said, undo: () => put(before) });
    },
  };
}
