import { useEffect, useRef } from "react";
import type { SaidFragment } from "../generated/TicketThread";
import { useMinute } from "../order/useMinute";
import { useAppWords } from "../words/app/useAppWords";
import { useLanguage } from "../words/useLanguage";
import { byDay, dayName } from "./byDay";
import { TicketMessage } from "./TicketMessage";

/** What was said, by day. A new message is read out, and shown to who was looking at the last one. */
export function TicketThread({ said }: { readonly said: readonly SaidFragment[] }) {
  const { inbox: words } = useAppWords();
  const { tag } = useLanguage();
  const now = useMinute();
  const thread = useRef<HTMLDivElement>(null);
  const last = said.at(-1)?.id;
  useEffect(() => {
    if (last !== undefined && thread.current) thread.current.scrollTop = thread.current.scrollHeight;
  }, [last]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by the keyboard.
    <div ref={thread} className="thread" role="log" tabIndex={0} aria-label={words.conversation}>
      {byDay(said).map((day) => (
        <section key={day.at}>
          <h3 className="day">
            <time dateTime={day.at}>{dayName(day.at, now, tag, words)}</time>
          </h3>
          <ol>
            {day.items.map((message) => (
              <TicketMessage key={message.id} message={message} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
