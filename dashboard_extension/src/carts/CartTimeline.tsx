import type { CartCaseFactsFragment } from "../generated/CartCase";
import { useMinute } from "../order/useMinute";
import { useCartWords } from "../words/carts/useCartWords";
import { useLanguage } from "../words/useLanguage";
import { CartHappening } from "./CartHappening";
import { timelineOf } from "./timeline";

export function CartTimeline({ facts }: { readonly facts: CartCaseFactsFragment }) {
  const words = useCartWords();
  const { clock, moment } = useLanguage();
  const now = useMinute();
  return (
    <section className="section">
      <h2>{words.timeline}</h2>
      <ol className="timeline">
        {timelineOf(facts).map((one, index) => (
          // What happened stays where it is: new things come last.
          // biome-ignore lint/suspicious/noArrayIndexKey: two may have happened in the same moment
          <li key={index} className={`happening at-${one.what}`}>
            <time className="quiet" dateTime={one.at} title={moment(one.at)}>
              {clock(one.at, now)}
            </time>
            <CartHappening happening={one} facts={facts} />
          </li>
        ))}
      </ol>
    </section>
  );
}
