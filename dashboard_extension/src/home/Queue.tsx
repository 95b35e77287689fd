import type { HomeQueueQuery } from "../generated/HomeQueue";
import { HomeStuck } from "../generated/HomeStuck";
import { useStaff } from "../staff/StaffContext";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useCardWords } from "../words/card/useCardWords";
import type { Counted } from "../words/en";
import { useLanguage } from "../words/useLanguage";

const loadStuck = loadOf(HomeStuck);
const EVERY_MS = 30_000;

/** What waits for who is looking. */
export function Queue({ ticketCounts: tickets, actsWaiting }: HomeQueueQuery) {
  const words = useCardWords();
  const { count } = useLanguage();
  const { dashboard } = useStaff();
  // Asked by itself: it takes another permission.
  const stuck = useLoaded(loadStuck, {}, EVERY_MS).loaded;
  const waiting: readonly (readonly [Counted, number, string, string])[] = [
    [words.breached, tickets.breached, "bad", "/inbox"],
    [words.amber, tickets.amber, "open", "/inbox"],
    [words.chats, tickets.waitingChats, "moving", "/inbox"],
    [words.mine, tickets.mine, "plain", "/inbox"],
    [words.approvals, actsWaiting.totalCount, "open", "/approvals"],
    [words.stuck, stuck.kind === "shown" ? stuck.data.stuckCheckouts.length : 0, "bad", "/carts"],
  ];
  const some = waiting.filter(([, many]) => many > 0);
  return (
    <section className="queue">
      <h2>{words.queue}</h2>
      {some.length === 0 && <p className="quiet">{words.nothingWaits}</p>}
      <ul>
        {some.map(([phrase, many, tone, path]) => (
          <li key={phrase.other}>
            <button type="button" className={`pill ${tone}`} onClick={() => dashboard.openOurs(path)}>
              {count(phrase, many)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
