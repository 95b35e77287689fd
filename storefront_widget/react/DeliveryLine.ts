import { type CSSProperties, createElement, type ReactElement, type ReactNode, useCallback, useRef } from "react";
import type { DeliveryFacts, DeliveryOption } from "./facts.js";
import type { Widget } from "./loadWidget.js";
import { useHearing, useWidget } from "./useWidget.js";

/** What the line shows now; without options it shows none. */
export interface Delivery {
  readonly variant: string;
  readonly country: string;
  readonly postalCode: string;
  readonly cheapest: DeliveryOption | null;
  readonly fastest: DeliveryOption | null;
  readonly options: readonly DeliveryOption[];
}

/** What to keep with the checkout, so that the order knows what the shopper was promised. */
export interface DeliveryPromise {
  readonly variant: string;
  readonly quantity: number;
  /** The signed id; null where nothing is promised. */
  readonly promise: string | null;
}

export interface DeliveryLineProps {
  readonly widget: Widget;
  /** Saleor's id of the chosen variant; nothing is shown until there is one. */
  readonly variant?: string | null | undefined;
  /** Two letters, where the parcel goes; the service guesses when it is left out. */
  readonly country?: string | undefined;
  readonly postalCode?: string | undefined;
  /** For the reader, where the shop knows it. */
  readonly city?: string | undefined;
  readonly quantity?: number | undefined;
  /** The worth of the basket with this in it, such as "129.90": how much is missing for free delivery. */
  readonly subtotal?: string | undefined;
  /** Codes to choose from, such as "TR DE FR"; all there are when it is left out. */
  readonly countries?: string | undefined;
  /** Whether the shopper agreed that their place is remembered until they close the tab. */
  readonly consent?: boolean | undefined;
  /** The answer that `fetchDelivery` got on the server: then the browser need not ask. */
  readonly facts?: DeliveryFacts | null | undefined;
  /** What stands there until the script has come. */
  readonly children?: ReactNode;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  readonly onDelivery?: ((delivery: Delivery) => void) | undefined;
  readonly onPromise?: ((promise: DeliveryPromise) => void) | undefined;
}

type Host = HTMLElement & { facts?: DeliveryFacts | null | undefined };

/** `<support-delivery>` as a component. On the server it is the bare element: what is in it comes from the script. */
export function DeliveryLine(props: DeliveryLineProps): ReactElement {
  const { widget, variant, country, facts, className, style, onDelivery, onPromise } = props;
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
  useHearing("delivery", onDelivery, element);
  useHearing("promise", onPromise, element);

  // `class`, for React 18 hands `className` to custom elements as it stands.
  return createElement(
    "support-delivery",
    {
      ref,
      variant: variant ?? undefined,
      country,
      "postal-code": props.postalCode,
      city: props.city,
      quantity: props.quantity,
      subtotal: props.subtotal,
      countries: props.countries,
      consent: props.consent ? "" : undefined,
      channel,
      locale,
      class: className,
      style,
    },
    props.children,
  );
}
