import { type CSSProperties, createElement, type ReactElement, useEffect, useRef } from "react";
import { type Checkout, call } from "./calls.js";
import type { Widget } from "./loadWidget.js";
import { useHearing, useWidget } from "./useWidget.js";

export interface ChatMessage {
  readonly author: "shopper" | "staff";
  /** The ticket's; null where the service gave none. */
  readonly number: number | null;
}

/** The launcher asked the shopper whether they need help, and about what. */
export interface ChatRaise {
  readonly kind: "PAYMENT_IDLE" | "VOUCHER_REFUSED" | "ACCOUNT_WALL" | "EXIT_INTENT";
}

/** What the page is about, for the shopper's message to say. */
export interface ChatAbout {
  readonly stage: "browse" | "product" | "cart" | "checkout" | "order";
  /** For the shopper to read. */
  readonly name?: string | undefined;
  /** Saleor's id; an order's number. */
  readonly id?: string | undefined;
}

/** Staff did something in the shopper's cart: ask Saleor for it anew. */
export interface ChatCart {
  readonly act: "ADDED" | "REMOVED" | "CHANGED" | "CODE_APPLIED" | "CODE_REMOVED";
  readonly name: string;
  readonly quantity: number;
  readonly by: string;
}

/** Who somebody is, in the word of the shop's server (docs/chat-protocol.md). */
export interface Identity {
  readonly customer: string;
  readonly email: string;
  readonly expires: number;
  readonly signature: string;
}

export interface ChatProps {
  readonly widget: Widget;
  readonly about?: ChatAbout | undefined;
  /** Saleor's id of their checkout, wherever they are: whoever chats with them sees it, unless they take that away. */
  readonly cart?: string | undefined;
  /** Saleor's token of the customer, or what the shop's server signed; null for a guest, left out where nobody says. */
  readonly identity?: string | Identity | null | undefined;
  /** Where the shopper is in their checkout; null once they are not in one any more. */
  readonly checkout?: Checkout | null | undefined;
  /** Whether the shopper agreed that it is noticed where they are stuck; left out, nothing is said of it. */
  readonly behaviour?: boolean | undefined;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  readonly onOpen?: (() => void) | undefined;
  readonly onClose?: (() => void) | undefined;
  readonly onMessage?: ((message: ChatMessage) => void) | undefined;
  readonly onRaise?: ((raise: ChatRaise) => void) | undefined;
  readonly onCart?: ((cart: ChatCart) => void) | undefined;
}

/** `<support-chat>` as a component: the launcher, and the panel behind it. One on a page, best in its layout. */
export function Chat(props: ChatProps): ReactElement {
  const { widget, about, cart, checkout, behaviour, identity, className, style } = props;
  const { onOpen, onClose, onMessage, onRaise, onCart } = props;
  const { channel, locale } = widget;
  const id = checkout?.id;
  const step = checkout?.step;
  const element = useRef<HTMLElement>(null);
  useWidget(widget);
  useHearing("open", onOpen, element);
  useHearing("close", onClose, element);
  useHearing("message", onMessage, element);
  useHearing("raise", onRaise, element);
  useHearing("cart", onCart, element);
  const vouched = identity && JSON.stringify(identity); // made anew with each drawing, it is still the same
  useEffect(() => {
    if (vouched !== undefined) call("identify", vouched && JSON.parse(vouched));
  }, [vouched]);
  useEffect(() => {
    if (behaviour !== undefined) call("consent", behaviour, "behaviour");
  }, [behaviour]);
  useEffect(() => {
    if (id === undefined) return;
    call("track", "checkout", { id, step });
    return () => call("track", "checkout", null);
  }, [id, step]);
  const page = { stage: about?.stage, about: about?.name, "about-id": about?.id, checkout: cart ?? id };
  return createElement("support-chat", { ref: element, channel, locale, ...page, class: className, style });
}
