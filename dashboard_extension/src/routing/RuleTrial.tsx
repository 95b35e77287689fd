import { Button } from "@saleor/macaw-ui";
import { Check, X } from "lucide-react";
import { useState } from "react";
import { PageLink } from "../app/PageLink";
import { RoutingRuleTry, type RoutingRuleTryQuery } from "../generated/RoutingRuleTry";
import { ticketPath } from "../inbox/ticketPath";
import { useStaff } from "../staff/StaffContext";
import { faultText } from "../staff/useSender";
import { fill } from "../words/language";
import { useRoutingWords } from "../words/routing/useRoutingWords";
import { useLanguage } from "../words/useLanguage";
import { type Conditions, written } from "./rule";

type Tried = RoutingRuleTryQuery["routingRuleTry"];

/** What a rule would have held for, with each condition explained; those for which it holds come first. */
export function RuleTrial({ conditions }: { readonly conditions: Conditions }) {
  const words = useRoutingWords();
  const { count, number, words: common } = useLanguage();
  const { ask, dashboard } = useStaff();
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState<Tried | null>(null);
  const go = async () => {
    if (busy) return;
    setBusy(true);
    const answer = await ask(RoutingRuleTry, { conditions: written(conditions) });
    setBusy(false);
    if ("failure" in answer) return dashboard.toast("error", words.failed, common.failures[answer.failure.code].why);
    setTried(answer.data.routingRuleTry);
  };
  const trials = [...(tried?.trials ?? [])].sort((one, other) => Number(other.matches) - Number(one.matches));
  return (
    <div className="routing-trial">
      <p className="form-deeds">
        <Button type="button" variant="secondary" size="small" aria-disabled={busy} onClick={go}>
          {busy ? words.trying : words.tryIt}
        </Button>
        <span className="quiet">{words.tryNote}</span>
      </p>
      {tried && (
        <div role="status">
          {tried.errors.map((fault) => (
            <p key={fault.code} className="fault">
              {faultText(words, fault)}
            </p>
          ))}
          {tried.errors.length === 0 && (
            <p className="name">{fill(count(words.matched, tried.matched), { of: number(trials.length) })}</p>
          )}
          <ul>
            {trials.map(({ ticket, matches, conditions: told }) => (
              <li key={ticket.id}>
                <p className="pills">
                  <span className={matches ? "pill good" : "pill"}>{matches ? words.holds : words.holdsNot}</span>
                  <PageLink to={ticketPath(ticket.id)} className="link">
                    {fill(words.ticket, { number: number(ticket.number), subject: ticket.subject })}
                  </PageLink>
                </p>
                <ul className="quiet">
                  {told.map((one) => (
                    <li key={one.name}>
                      {one.isTrue ? <Check size={14} aria-label={words.yes} /> : <X size={14} aria-label={words.no} />}{" "}
                      {words.names[one.name] ?? one.name}:{" "}
                      {one.told === "" ? words.foundNothing : (words.told[one.told] ?? one.told)}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
