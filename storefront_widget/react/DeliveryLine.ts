import { type CSSProperties, createElement, type ReactElement, useRef } from "react";
import type { Widget } from "./loadWidget.js";
import { useHearing, useWidget } from "./useWidget.js";

export interface DeliveryOption {
  readonly id: string;
  readonly name: string;
  /** `amount` is exact text, such as "129.90". */
  readonly price: { readonly amount: string; readonly currency: string };
  /** First and last day, such as "2026-11-24"; null where the merchant gave no days. */
  readonly window: { readonly from: string; readonly to: string } | null;
}

/** What the line shows now; `cheapest` is null when it shows nothing. */
export interface Delivery {
  readonly variant: string;
  readonly country: string;
  readonly cheapest: DeliveryOption | null;
  readonly options: readonly DeliveryOption[];
}

export interface DeliveryLineProps {
  readonly widget: Widget;
  /** Saleor's id of the chosen variant; nothing is shown until there is one. */
  readonly variant?: string | null | undefined;
  /** Two letters, where the parcel goes. */
  readonly country: string;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  readonly onDelivery?: ((delivery: Delivery) => void) | undefined;
}

/** `<support-delivery>` as a component. On the server it is the bare element: what is in it comes from the script. */
export function DeliveryLine(props: DeliveryLineProps): ReactElement {
  const { widget, variant, country, className, style, onDelivery } = props;
  const { channel, locale } = widget;
  const element = useRef<HTMLElement>(null);
  useWidget(widget);
  useHearing("delivery", onDelivery, element);

  // `class`, for React 18 hands `className` to custom elements as it stands.
  return createElement("support-delivery", {
    ref: element,
    variant: variant ?? undefined,
    country,
    channel,
    locale,
    class: className,
    style,
  });
}
