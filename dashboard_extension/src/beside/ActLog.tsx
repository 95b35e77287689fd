import type { BesideFactsQuery } from "../generated/BesideFacts";
import { useMinute } from "../order/useMinute";
import { useBesideWords } from "../words/beside/useBesideWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";

type Act = NonNullable<BesideFactsQuery["ticket"]>["beside"]["acts"][number];

/** What staff did in the cart, and what was refused. */
export function ActLog({ acts }: { readonly acts: readonly Act[] }) {
  const words = useBesideWords();
  const { ago, moment, number } = useLanguage();
  const now = useMinute();
  if (acts.length === 0) return null;
  return (
    <details className="acts">
      <summary>{words.acts}</summary>
      <ol>
        {acts.map((act) => (
          <li key={`${act.at} ${act.deed}`}>
            <span>{whatOf(act)}</span>
            {act.result !== "DONE" && (
              <span className={act.result === "REFUSED" ? "pill bad" : "pill open"}>{whyOf(act)}</span>
            )}
            <span className="quiet small">
              {act.byEmail},{" "}
              <time dateTime={act.at} title={moment(act.at)}>
                {ago(act.at, now)}
              </time>
            </span>
          </li>
        ))}
      </ol>
    </details>
  );

  function whatOf({ deed, name, quantity, result }: Act): string {
    const values = { name, quantity: quantity === null ? "" : number(quantity) };
    return fill(result === "DONE" ? words.deeds[deed] : words.tried[deed], values);
  }

  function whyOf({ result, trouble }: Act): string {
    return result === "BEGUN" ? words.nobodyKnows : words.faults[trouble ?? "REFUSED"];
  }
}
