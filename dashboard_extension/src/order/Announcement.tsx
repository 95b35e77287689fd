import { fill, type Language } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import type { OrderView } from "./orderView";

/** Says to a screen reader, once, what changed in the frame. Always there, for a region added later is not read out. */
export function Announcement({ view }: { readonly view: OrderView }) {
  return (
    <p className="only-heard" role="status">
      {announce(view, useLanguage())}
    </p>
  );
}

function announce(view: OrderView, language: Language): string {
  const { words } = language;
  if ("asking" in view && view.asking) return words.loading;
  switch (view.kind) {
    case "waiting":
      return "";
    case "loading":
      return words.loading;
    case "failing":
      return words.failures[view.failure.code].what;
    case "shown":
      if (view.failure) return words.failures[view.failure.code].what;
      return fill(words.loaded, {
        order: fill(words.orderNumber, { number: view.order.number }),
        time: language.clock(view.order.asOf, Date.now()),
      });
    default:
      return words[view.kind].what;
  }
}
