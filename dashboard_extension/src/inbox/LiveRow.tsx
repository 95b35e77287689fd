import { PageLink } from "../app/PageLink";
import { useWay } from "../app/WayContext";
import type { LiveChatFragment } from "../generated/LiveChats";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";
import { useTicketWords } from "../words/tickets/useTicketWords";
import { useLanguage } from "../words/useLanguage";
import { isUnread } from "./liveOrder";
import { rowLine } from "./rowLine";
import { spanText } from "./spanText";
import { ticketPath } from "./ticketPath";
import { useChatDeeds } from "./useChatDeeds";
import { useTicking } from "./useTicking";

interface LiveRowProps {
  readonly chat: LiveChatFragment;
  readonly user: string | null;
  readonly current: boolean;
  readonly onChange: () => void;
}

export function LiveRow({ chat, user, current, onChange }: LiveRowProps) {
  const words = useDeskWords();
  const ticketWords = useTicketWords();
  const { moment } = useLanguage();
  const way = useWay();
  const deeds = useChatDeeds(chat.id, onChange);
  const name = chat.customerName || chat.customerEmail || ticketWords.authors.SHOPPER;
  const path = chat.ticket ? ticketPath(chat.ticket.id) : "/inbox";
  const take = async () => {
    if (await deeds.take()) way.go(path);
  };
  return (
    <li className={chat.state === "WAITING" ? "live-row waiting" : "live-row"}>
      <PageLink to={path} className="ticket-row" current={current ? "true" : undefined}>
        <span className="row-head">
          <span className="name">{name}</span>
          {isUnread(chat) && (
            <span className="unread-mark">
              <span className="only-heard">{words.unread}</span>
            </span>
          )}
        </span>
        <span className="first-line quiet" dir="auto">
          {chat.lastMessage ? rowLine(words, ticketWords, chat.lastMessage) : words.noMessage}
        </span>
        <span className="pills">
          {chat.state === "WAITING" ? (
            <Wait since={chat.joinedAt} title={moment(chat.joinedAt)} />
          ) : (
            <span className="pill good">{whose()}</span>
          )}
          {chat.category && <span className="chip">{chat.category}</span>}
        </span>
      </PageLink>
      {chat.state === "WAITING" && (
        <button type="button" className="button" aria-disabled={deeds.busy} onClick={take}>
          {deeds.busy ? words.taking : words.take}
          <span className="only-heard"> {name}</span>
        </button>
      )}
    </li>
  );

  function whose(): string {
    if (chat.seat?.userId === user) return words.withYou;
    return fill(words.chatsWith, { who: chat.seat?.name || chat.seat?.email || "" });
  }
}

function Wait({ since, title }: { readonly since: string; readonly title: string }) {
  const words = useDeskWords();
  const { tag } = useLanguage();
  const seconds = (useTicking() - Date.parse(since)) / 1000;
  return (
    <span className="pill open" title={title}>
      {fill(words.waits, { time: seconds < 60 ? words.underMinute : spanText(seconds - (seconds % 60), tag) })}
    </span>
  );
}
