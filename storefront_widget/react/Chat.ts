import { type CSSProperties, createElement, type ReactElement, useRef } from "react";
import type { Widget } from "./loadWidget.js";
import { useHearing, useWidget } from "./useWidget.js";

export interface ChatMessage {
  readonly author: "shopper" | "staff";
  /** The ticket's; null where the service gave none. */
  readonly number: number | null;
}

export interface ChatProps {
  readonly widget: Widget;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  readonly onOpen?: (() => void) | undefined;
  readonly onClose?: (() => void) | undefined;
  readonly onMessage?: ((message: ChatMessage) => void) | undefined;
}

/** `<support-chat>` as a component: the launcher, and the panel behind it. One on a page, best in its layout. */
export function Chat({ widget, className, style, onOpen, onClose, onMessage }: ChatProps): ReactElement {
  const { channel, locale } = widget;
  const element = useRef<HTMLElement>(null);
  useWidget(widget);
  useHearing("open", onOpen, element);
  useHearing("close", onClose, element);
  useHearing("message", onMessage, element);
  return createElement("support-chat", { ref: element, channel, locale, class: className, style });
}
