import type { LiveChatFragment } from "../generated/LiveChats";
import { useDeskWords } from "../words/desk/useDeskWords";
import { LiveRow } from "./LiveRow";

interface LiveChatsProps {
  readonly chats: readonly LiveChatFragment[];
  readonly chosen: string | null;
  readonly user: string | null;
  readonly onChange: () => void;
}

/** Who chats now: those that wait, who came first before the others, then the reader's, then everybody else's. */
export function LiveChats({ chats, chosen, user, onChange }: LiveChatsProps) {
  const words = useDeskWords();
  if (chats.length === 0) return null;
  return (
    <section className="live-chats" aria-labelledby="live-title">
      <h2 id="live-title">{words.live}</h2>
      <ul className="ticket-rows">
        {chats.map((chat) => (
          <LiveRow key={chat.id} chat={chat} user={user} current={chat.ticket?.id === chosen} onChange={onChange} />
        ))}
      </ul>
    </section>
  );
}
