import type { ReactNode } from "react";
import { PageLink } from "../app/PageLink";
import type { CartCaseFactsFragment } from "../generated/CartCase";
import { useMinute } from "../order/useMinute";
import { useStaff } from "../staff/StaffContext";
import { useCartWords } from "../words/carts/useCartWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { useStanding } from "./useStanding";

interface CartHeadProps {
  readonly facts: CartCaseFactsFragment;
  /** What can be done about it. */
  readonly children: ReactNode;
}

/** Whose case it is, what it is worth, why it was left and how it stands. */
export function CartHead({ facts, children }: CartHeadProps) {
  const words = useCartWords();
  const { ago, money, moment, languageName } = useLanguage();
  const { dashboard } = useStaff();
  const standing = useStanding();
  const now = useMinute();
  const { cause, causeSource, email, orderId } = facts;
  const by = causeSource === null ? "" : words.sources[causeSource];
  return (
    <section className="section case-head">
      <div className="row-head">
        <h1>{email ?? words.unknownPerson}</h1>
        <span className="score">{money(facts.value)}</span>
      </div>
      <p className="pills">
        <span className="pill moving">{words.states[facts.state]}</span>
        {cause && <span className={cause === "NOT_KNOWN" ? "chip" : "pill open"}>{words.causes[cause]}</span>}
        {by && <span className="quiet">{by}</span>}
      </p>
      <p>{standing(facts)}</p>
      <p className="case-facts quiet">
        <time dateTime={facts.changedAt} title={moment(facts.changedAt)}>
          {fill(words.quiet, { when: ago(facts.changedAt, now) })}
        </time>
        <span>{facts.channel}</span>
        <span>{languageName(facts.language)}</span>
        <PageLink to={`/contacts/${encodeURIComponent(facts.personId)}`} className="link">
          {words.person}
        </PageLink>
        {orderId && (
          <button
            type="button"
            className="link"
            onClick={() => dashboard.open(`/orders/${encodeURIComponent(orderId)}`)}
          >
            {words.order}
          </button>
        )}
      </p>
      {children}
    </section>
  );
}
