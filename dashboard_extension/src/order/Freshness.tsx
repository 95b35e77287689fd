import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { CopyableText } from "./CopyableText";
import type { OrderView } from "./orderView";
import { useMinute } from "./useMinute";

interface FreshnessProps {
  readonly view: Extract<OrderView, { kind: "shown" }>;
  readonly onRefresh: () => void;
}

/** How old the facts are, the button to renew them, and why that did not work the last time. */
export function Freshness({ view, onRefresh }: FreshnessProps) {
  const { words, clock, moment } = useLanguage();
  const { order, asking, failure } = view;
  const time = clock(order.asOf, useMinute());
  const problem = failure && words.failures[failure.code];
  return (
    <footer>
      {problem && (
        <div className="notice critical">
          <p>
            <strong>{problem.what}</strong>
          </p>
          <p>
            {problem.why} {fill(words.stillOld, { time })}
          </p>
          <p>{problem.next}</p>
          {failure.requestId !== null && (
            <p className="request-id">
              <span className="quiet">{words.requestId}</span>{" "}
              <CopyableText text={failure.requestId} name={words.requestId} />
            </p>
          )}
        </div>
      )}
      <p className="fresh">
        <time className="quiet" dateTime={order.asOf} title={moment(order.asOf)}>
          {fill(words.asOf, { time })}
        </time>
        <button type="button" className="button" aria-disabled={asking} onClick={onRefresh}>
          {asking ? words.refreshing : words.refresh}
        </button>
      </p>
    </footer>
  );
}
