import { useState } from "react";
import { LoadedPart } from "../app/LoadedPart";
import { useLoaded } from "../staff/useLoaded";
import { loadTimeline, type TimelineOf } from "../timeline/loadTimeline";
import { MomentList } from "../timeline/MomentList";
import { useTimelineWords } from "../words/timeline/useTimelineWords";

/** In place of the conversation: all that happened to its order, or with its person. */
export function TicketTimeline({ of }: { readonly of: TimelineOf }) {
  const words = useTimelineWords();
  const [pages, setPages] = useState(1);
  const loading = useLoaded(loadTimeline, { of, pages });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by the keyboard.
    <section className="thread timeline" tabIndex={0} aria-label={words.title}>
      <LoadedPart from={loading} needs="MANAGE_ORDERS">
        {({ rows, more }) => (
          <>
            <MomentList moments={rows} />
            {more && (
              <button type="button" className="button secondary" onClick={() => setPages(pages + 1)}>
                {words.more}
              </button>
            )}
          </>
        )}
      </LoadedPart>
    </section>
  );
}
