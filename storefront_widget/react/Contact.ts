import { type CSSProperties, createElement, type ReactElement } from "react";
import type { Widget } from "./loadWidget.js";
import { useWidget } from "./useWidget.js";

export interface ContactProps {
  readonly widget: Widget;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
}

/** `<support-contact>` as a component: every way to the shop, in the page. */
export function Contact({ widget, className, style }: ContactProps): ReactElement {
  const { channel, locale } = widget;
  useWidget(widget);
  return createElement("support-contact", { channel, locale, class: className, style });
}
