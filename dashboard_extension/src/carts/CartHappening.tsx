import { PageLink } from "../app/PageLink";
import type { CartCaseFactsFragment } from "../generated/CartCase";
import { useCartWords } from "../words/carts/useCartWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { StepHappening } from "./StepHappening";
import type { Happening } from "./timeline";

interface CartHappeningProps {
  readonly happening: Happening;
  readonly facts: CartCaseFactsFragment;
}

/** One thing that happened, in words. */
export function CartHappening({ happening, facts }: CartHappeningProps) {
  const words = useCartWords();
  const { money, number, days } = useLanguage();
  switch (happening.what) {
    case "step":
      return <StepHappening step={happening.step} />;
    case "said":
      return <Said reason={happening.reason} />;
    case "voucher": {
      const { code, percent, expiresAt, state, error } = happening.voucher;
      return (
        <div>
          <p>{fill(words.voucherMade, { code, percent: number(percent), until: days(expiresAt) })}</p>
          <p className="quiet">
            {words.voucherStates[state]}
            {error && <code> {error}</code>}
          </p>
        </div>
      );
    }
    case "bought": {
      const phrase = facts.state === "ORDERED" ? words.ordered : words.recovered;
      return <p>{fill(phrase, { money: money(facts.orderTotal ?? facts.value) })}</p>;
    }
    default:
      return <p>{words[happening.what]}</p>;
  }
}

function Said({
  reason: { reason, text, link, ticketId },
}: {
  readonly reason: CartCaseFactsFragment["reasons"][number];
}) {
  const words = useCartWords();
  return (
    <div>
      <p>{fill(words.said, { reason: words.reasons[reason] })}</p>
      {text && (
        <p className="bubble" dir="auto">
          {text}
        </p>
      )}
      {link && (
        <p>
          <a className="link" href={link} target="_blank" rel="noreferrer noopener nofollow">
            {words.foundAt}
          </a>
        </p>
      )}
      {ticketId && (
        <PageLink to={`/inbox/${encodeURIComponent(ticketId)}`} className="link">
          {words.ticket}
        </PageLink>
      )}
    </div>
  );
}
