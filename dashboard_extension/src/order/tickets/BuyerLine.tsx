import type { BuyerFragment } from "../../generated/OrderTickets";
import { useCardWords } from "../../words/card/useCardWords";
import { fill } from "../../words/language";
import { useLanguage } from "../../words/useLanguage";

/** What the buyer is worth to the shop, and how they feel about it. */
export function BuyerLine({ buyer }: { readonly buyer: BuyerFragment }) {
  const words = useCardWords();
  const { count, money, number } = useLanguage();
  const { ordersCount, spent, openTickets, lastScore, lastStars } = buyer;
  const value = [count(words.orders, ordersCount), ...spent.map((sum) => money(sum))].join(" · ");
  return (
    <p className="buyer">
      <span className="only-heard">{words.buyer}: </span>
      <span className="name">{value}</span>
      {openTickets > 1 && <span className="pill open">{count(words.openTickets, openTickets)}</span>}
      {lastScore !== null && (
        <span className={`pill ${moodOf(lastScore.score / lastScore.scale)}`}>
          {fill(words.score, { score: number(lastScore.score), scale: number(lastScore.scale) })}
        </span>
      )}
      {lastStars !== null && (
        <span className={`pill ${moodOf(lastStars / 5)}`}>{fill(words.stars, { stars: number(lastStars) })}</span>
      )}
    </p>
  );
}

function moodOf(share: number): string {
  if (share > 0.7) return "good";
  return share > 0.5 ? "plain" : "bad";
}
