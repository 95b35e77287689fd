import { useEffect, useRef } from "react";
import { type OrderActInput, OrderActPreview, type OrderActPreviewQuery } from "../generated/OrderActPreview";
import { useSettled } from "../inbox/useSettled";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useLanguage } from "../words/useLanguage";

export type ActPreview = OrderActPreviewQuery["orderActPreview"];

const load = loadOf(OrderActPreview);

/** What an act would do, asked again as it is written; what was known last stays until more is. */
export function useActPreview(input: OrderActInput) {
  const { tag } = useLanguage();
  const asked = JSON.stringify(input);
  const settled = useSettled(asked);
  const { loaded } = useLoaded(load, { input: JSON.parse(settled) as OrderActInput, language: tag.slice(0, 2) });
  const last = useRef<ActPreview | null>(null);
  const shown = loaded.kind === "shown" ? loaded.data.orderActPreview : null;
  useEffect(() => {
    if (shown !== null) last.current = shown;
  }, [shown]);
  return {
    preview: shown ?? last.current,
    /** Whether the preview is of what stands in the form now. */
    isSettled: shown !== null && settled === asked,
    failed: loaded.kind === "failing",
  };
}
