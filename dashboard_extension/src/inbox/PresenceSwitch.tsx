import { Segments } from "../app/Segments";
import { ChatPresence } from "../generated/ChatPresence";
import type { SeatFragment } from "../generated/LiveChats";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { useSender } from "../staff/useSender";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";

interface PresenceSwitchProps {
  readonly seat: SeatFragment;
  readonly onChange: () => void;
}

/** Whether the reader takes chats, and how many they have. */
export function PresenceSwitch({ seat, onChange }: PresenceSwitchProps) {
  const words = useDeskWords();
  const { number } = useLanguage();
  const { ask } = useStaff();
  const { send } = useSender(words);
  const set = async (state: SeatFragment["state"]) => {
    await send(async () => outcomeOf(await ask(ChatPresence, { state }), (data) => data.chatPresence));
    onChange();
  };
  return (
    <div className={`presence ${seat.state.toLowerCase()}`}>
      <Segments
        legend={words.presence}
        options={(["ONLINE", "AWAY", "OFFLINE"] as const).map((state) => [state, words.presences[state]] as const)}
        value={seat.state}
        onChange={set}
      />
      <span className="quiet">{fill(words.places, { busy: number(seat.busy), most: number(seat.maxConcurrent) })}</span>
    </div>
  );
}
