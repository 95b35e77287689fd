import type { ShipmentFragment } from "../../generated/OrderCard";
import { fill } from "../../words/language";
import { useParcelWords } from "../../words/parcels/useParcelWords";
import { useLanguage } from "../../words/useLanguage";
import { Pill } from "../Pill";

/** Where a parcel is, and on demand what was told of it, by whom and when. */
export function ParcelSteps({ shipment }: { readonly shipment: ShipmentFragment }) {
  const { count, moment } = useLanguage();
  const words = useParcelWords().parcel;
  const { steps, state } = shipment;
  const names: Readonly<Record<string, string>> = words.states;
  return (
    <details>
      <summary>
        <Pill about={words.state} status={state} names={words.states} /> {count(words.told, steps.length)}
      </summary>
      <ul className="steps">
        {steps.map((step) => (
          <li key={`${step.state}${step.source}`}>
            {fill(words.step, {
              state: names[step.state] ?? step.state,
              source: words.sources[step.source] ?? step.source,
            })}{" "}
            <time className="quiet" dateTime={step.at}>
              {moment(step.at)}
            </time>
          </li>
        ))}
      </ul>
    </details>
  );
}
