import { useState } from "react";
import { useLoaded } from "../../staff/useLoaded";
import { loadTimeline } from "../../timeline/loadTimeline";
import { MomentList } from "../../timeline/MomentList";
import { useTimelineWords } from "../../words/timeline/useTimelineWords";
import { useLanguage } from "../../words/useLanguage";
import { RetryButton } from "../RetryButton";

/** All that happened to an order, in Saleor and here. */
export function History({ orderId }: { readonly orderId: string }) {
  const words = useTimelineWords();
  const { words: common } = useLanguage();
  const [pages, setPages] = useState(1);
  const { loaded, again } = useLoaded(loadTimeline, { of: { order: orderId }, pages });
  if (loaded.kind === "loading") return <p className="bar triple" aria-hidden="true" />;
  if (loaded.kind === "failing") {
    return (
      <p className="failed-line">
        {common.failures[loaded.failure.code].why} <RetryButton asking={loaded.asking} onRetry={again} />
      </p>
    );
  }
  return (
    <div className="history">
      <MomentList moments={loaded.data.rows} />
      {loaded.data.more && (
        <button type="button" className="link" onClick={() => setPages(pages + 1)}>
          {words.more}
        </button>
      )}
    </div>
  );
}
