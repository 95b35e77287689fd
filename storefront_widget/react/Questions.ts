import { type CSSProperties, createElement, type ReactElement, useRef } from "react";
import type { Widget } from "./loadWidget.js";
import { useHearing, useWidget } from "./useWidget.js";

/** What is shown now: how many questions about the product everybody may read. */
export interface QuestionsSummary {
  readonly product: string;
  readonly count: number;
}

export interface QuestionsProps {
  readonly widget: Widget;
  /** Saleor's id of the product. */
  readonly product: string;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  readonly onQuestions?: ((questions: QuestionsSummary) => void) | undefined;
}

/** `<support-questions>` as a component. On the server it is the bare element: what is in it comes from the script. */
export function Questions({ widget, product, className, style, onQuestions }: QuestionsProps): ReactElement {
  const { channel, locale } = widget;
  const element = useRef<HTMLElement>(null);
  useWidget(widget);
  useHearing("questions", onQuestions, element);
  return createElement("support-questions", { ref: element, product, channel, locale, class: className, style });
}
