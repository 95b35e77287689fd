import { fill } from "../../words/language";
import { useParcelWords } from "../../words/parcels/useParcelWords";
import { useLanguage } from "../../words/useLanguage";
import type { Order } from "../orderView";
import { Pill } from "../Pill";
import { PromiseSteps } from "./PromiseSteps";

/** What was promised when the order was placed, and how it stands to that. */
export function PromiseMade({ promise }: { readonly promise: NonNullable<Order["promise"]> }) {
  const { days, moment } = useLanguage();
  const said = useParcelWords().promise;
  const { first, last, reason, standing, pageFirst, pageLast, arrivedOn, apologisedAt } = promise;
  const pageDiffers = pageFirst !== null && pageLast !== null && (pageFirst !== first || pageLast !== last);
  return (
    <section>
      <h2>{said.head}</h2>
      {first !== null && last !== null ? (
        <p className="pills">
          <span className="name">{days(first, last)}</span>
          {standing !== null && <Pill about={said.standing} status={standing} names={said.standings} />}
        </p>
      ) : (
        <p className="quiet">{fill(said.none, { reason: said.reasons[reason ?? ""] ?? reason ?? "" })}</p>
      )}
      {arrivedOn !== null && <p className="quiet">{fill(said.arrived, { day: days(arrivedOn) })}</p>}
      {pageDiffers && <p className="quiet">{fill(said.page, { days: days(pageFirst, pageLast) })}</p>}
      {apologisedAt !== null && <p className="quiet">{fill(said.apologised, { when: moment(apologisedAt) })}</p>}
      <PromiseSteps steps={promise.steps} />
    </section>
  );
}
