import type { MomentFragment } from "../generated/OrderTimeline";
import { byDay, dayName } from "../inbox/byDay";
import { useMinute } from "../order/useMinute";
import { useParcelWords } from "../words/parcels/useParcelWords";
import { useTicketWords } from "../words/tickets/useTicketWords";
import { useTimelineWords } from "../words/timeline/useTimelineWords";
import { useLanguage } from "../words/useLanguage";
import { momentText } from "./momentText";

/** What happened, by day, the newest first. */
export function MomentList({ moments }: { readonly moments: readonly MomentFragment[] }) {
  const language = useLanguage();
  const words = { timeline: useTimelineWords(), tickets: useTicketWords(), parcels: useParcelWords(), language };
  const now = useMinute();
  if (moments.length === 0) return <p className="quiet">{words.timeline.none}</p>;
  return byDay(moments).map((day) => (
    <section key={day.at} className="moments">
      <h3 className="day">
        <time dateTime={day.at}>{dayName(day.at, now, language.tag)}</time>
      </h3>
      <ol>
        {day.items.map((moment) => (
          <li key={moment.id} className={`moment ${moment.source.toLowerCase().replaceAll("_", "-")}`}>
            <time className="quiet" dateTime={moment.at} title={language.moment(moment.at)}>
              {language.time(moment.at)}
            </time>
            <span dir="auto">{momentText(moment, words)}</span>
          </li>
        ))}
      </ol>
    </section>
  ));
}
