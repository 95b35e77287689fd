import { ChatAccept } from "../generated/ChatAccept";
import { ChatBlock } from "../generated/ChatBlock";
import { ChatEnd } from "../generated/ChatEnd";
import { ChatLeave } from "../generated/ChatLeave";
import { ChatTransfer } from "../generated/ChatTransfer";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { useSender } from "../staff/useSender";
import { useDeskWords } from "../words/desk/useDeskWords";

/** What can be done with a chat. Each says whether it was done; why not stands in Dashboard's corner. */
export function useChatDeeds(id: string, onChange: () => void) {
  const words = useDeskWords();
  const { ask } = useStaff();
  const { busy, send } = useSender<unknown>(words);
  const done = async (act: Parameters<typeof send>[0]) => {
    const payload = await send(act);
    // Also when it was refused: somebody else was quicker.
    onChange();
    return payload !== null;
  };
  return {
    busy,
    take: () => done(async () => outcomeOf(await ask(ChatAccept, { id }), (data) => data.chatAccept)),
    putBack: () => done(async () => outcomeOf(await ask(ChatLeave, { id }), (data) => data.chatLeave)),
    handTo: (seat: string) =>
      done(async () => outcomeOf(await ask(ChatTransfer, { id, seat }), (data) => data.chatTransfer)),
    end: (keepOpen: boolean) =>
      done(async () => outcomeOf(await ask(ChatEnd, { id, keepOpen }), (data) => data.chatEnd)),
    block: (reason: string) =>
      done(async () => outcomeOf(await ask(ChatBlock, { id, reason }), (data) => data.chatBlock)),
  };
}
