import type { TicketThreadQuery } from "../generated/TicketThread";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import type { Card } from "./cards";

export type Bought = NonNullable<TicketThreadQuery["ticket"]>["beside"]["bought"][number];

/** What became of what was shown: whether the shopper opened it, and bought it. */
export function CardOutcome({ card, bought }: { readonly card: Card; readonly bought: Bought | null }) {
  const words = useDeskWords();
  const { moment, time: clock } = useLanguage();
  const opened = "opened" in card ? card.opened : undefined;
  if (!opened && !bought) return null;
  return (
    <p className="outcome quiet">
      {opened && (
        <time dateTime={opened} title={moment(opened)}>
          {fill(words.opened, { time: clock(opened) })}
        </time>
      )}
      {opened && bought && " · "}
      {bought && <span title={moment(bought.at)}>{fill(words.bought, { number: bought.number })}</span>}
    </p>
  );
}
