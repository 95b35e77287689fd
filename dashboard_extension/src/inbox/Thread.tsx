import { useEffect, useRef } from "react";
import type { SaidFragment } from "../generated/TicketThread";
import { useMinute } from "../order/useMinute";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";
import { useTicketWords } from "../words/tickets/useTicketWords";
import { useLanguage } from "../words/useLanguage";
import { byDay, dayName } from "./byDay";
import type { Ticket } from "./loadThread";
import { saidKey } from "./said";
import { stayAtEnd } from "./stayAtEnd";
import { ThreadMessage } from "./ThreadMessage";
import { UnsentList } from "./UnsentList";
import { useTypists } from "./useTypists";

interface ThreadProps {
  readonly ticket: Ticket;
  readonly said: readonly SaidFragment[];
  /** Up to which message the shopper has read. */
  readonly shopperRead: number;
  /** The messages that are ticked, while some are chosen for a ticket of their own. */
  readonly apart: ReadonlySet<number> | null;
  readonly onApart: (apart: ReadonlySet<number>) => void;
  readonly onChange: () => void;
}

/** What was said, by day. A new message is read out, and shown to who was looking at the last one. */
export function Thread({ ticket, said, shopperRead, apart, onApart, onChange }: ThreadProps) {
  const words = useDeskWords();
  const ticketWords = useTicketWords();
  const { tag } = useLanguage();
  const now = useMinute();
  const thread = useRef<HTMLDivElement>(null);
  const typists = useTypists(ticket.conversationId);
  const newest = said.at(-1);
  const last = newest && saidKey(newest);
  useEffect(() => {
    if (!last) return;
    // Where there is little room, what is around it scrolls.
    for (const scrolls of [thread.current, thread.current?.closest(".ticket")]) {
      if (scrolls) scrolls.scrollTop = scrolls.scrollHeight;
    }
  }, [last]);
  useEffect(() => {
    const log = thread.current;
    return log ? stayAtEnd(log) : undefined;
  }, []);
  const isOwn = ({ conversationId }: SaidFragment) => conversationId === ticket.conversationId;
  const read = said.findLast(
    (one) => one.author === "STAFF" && one.event === null && isOwn(one) && one.seq <= shopperRead,
  );
  const turns = channelTurns(said);
  const shopper = ticket.customerName || ticketWords.authors.SHOPPER;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by the keyboard.
    <div ref={thread} className="thread" role="log" tabIndex={0} aria-label={words.conversation}>
      {byDay(said).map((day) => (
        <section key={day.at}>
          <h3 className="day">
            <time dateTime={day.at}>{dayName(day.at, now, tag)}</time>
          </h3>
          <ol>
            {day.items.map((message) => (
              <ThreadMessage
                key={saidKey(message)}
                message={message}
                read={message === read}
                came={turns.has(message)}
                bought={(isOwn(message) && ticket.beside.bought.find(({ seq }) => seq === message.seq)) || null}
                chosen={apart && message.ticketNumber === null ? apart.has(message.seq) : null}
                onChoose={() => apart && onApart(turned(apart, message.seq))}
              />
            ))}
          </ol>
        </section>
      ))}
      <UnsentList conversation={ticket.conversationId} onChange={onChange} />
      {typists.shopper && <p className="typing quiet">{fill(words.typing, { who: shopper })}</p>}
    </div>
  );
}

function turned(chosen: ReadonlySet<number>, seq: number): ReadonlySet<number> {
  const next = new Set(chosen);
  if (!next.delete(seq)) next.add(seq);
  return next;
}

/** The messages that came another way than what was said before them. */
function channelTurns(said: readonly SaidFragment[]): ReadonlySet<SaidFragment> {
  const turns = new Set<SaidFragment>();
  let last: SaidFragment["channel"] = null;
  for (const message of said) {
    const { channel, event } = message;
    if (event !== null || channel === null || channel === last) continue;
    turns.add(message);
    last = channel;
  }
  return turns;
}
