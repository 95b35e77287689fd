import type { TicketsUpdateInput } from "../generated/TicketsUpdate";
import { TicketsUpdate } from "../generated/TicketsUpdate";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { useSender } from "../staff/useSender";
import { useDeskWords } from "../words/desk/useDeskWords";

/** Change one ticket or many; the number of those changed, or null where it was refused. */
export function useTicketDeeds(onChange: () => void) {
  const words = useDeskWords();
  const { ask } = useStaff();
  const { busy, send } = useSender<{ readonly count: number }>(words);
  const update = async (ids: readonly string[], input: TicketsUpdateInput): Promise<number | null> => {
    const payload = await send(async () =>
      outcomeOf(await ask(TicketsUpdate, { ids, input }), (data) => data.ticketsUpdate),
    );
    onChange();
    return payload?.count ?? null;
  };
  return { busy, update };
}
