import { type CSSProperties, createElement, type ReactElement, type ReactNode, useCallback, useRef } from "react";
import type { ReviewsFacts } from "./facts.js";
import type { Widget } from "./loadWidget.js";
import { useHearing, useWidget } from "./useWidget.js";

/** What is shown now: `average` is such as 4.3, null where nobody reviewed the product. */
export interface ReviewsSummary {
  readonly product: string;
  readonly count: number;
  readonly average: number | null;
}

export interface ReviewsProps {
  readonly widget: Widget;
  /** Saleor's id of the product. */
  readonly product: string;
  /** Saleor's id of an order of who is signed in: on its page, the way to review it. Needs `identify`. */
  readonly order?: string | undefined;
  /** The answer that `fetchReviews` got on the server: then the browser need not ask. */
  readonly facts?: ReviewsFacts | null | undefined;
  /** What stands there until the script has come. */
  readonly children?: ReactNode;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  readonly onReviews?: ((reviews: ReviewsSummary) => void) | undefined;
}

type Host = HTMLElement & { facts?: ReviewsFacts | null | undefined };

/** `<support-reviews>` as a component. On the server it is the bare element: what is in it comes from the script. */
export function Reviews(props: ReviewsProps): ReactElement {
  const { widget, product, order, facts, className, style, onReviews } = props;
  const { channel, locale } = widget;
  const element = useRef<Host | null>(null);
  // Not as a prop: React 18 would write it into the attribute.
  const ref = useCallback(
    (host: Host | null) => {
      element.current = host;
      if (host) host.facts = facts;
    },
    [facts],
  );
  useWidget(widget);
  useHearing("reviews", onReviews, element);
  return createElement(
    "support-reviews",
    { ref, product, order, channel, locale, class: className, style },
    props.children,
  );
}
