import { type CSSProperties, createElement, type ReactElement, useRef } from "react";
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
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  readonly onReviews?: ((reviews: ReviewsSummary) => void) | undefined;
}

/** `<support-reviews>` as a component. On the server it is the bare element: what is in it comes from the script. */
export function Reviews({ widget, product, className, style, onReviews }: ReviewsProps): ReactElement {
  const { channel, locale } = widget;
  const element = useRef<HTMLElement>(null);
  useWidget(widget);
  useHearing("reviews", onReviews, element);
  return createElement("support-reviews", { ref: element, product, channel, locale, class: className, style });
}
