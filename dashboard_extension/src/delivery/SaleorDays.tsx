import type { DeliveryGivenFragment } from "../generated/DeliveryRules";
import { useDeliveryWords } from "../words/delivery/useDeliveryWords";
import { fill } from "../words/language";

/** The methods that go by the days which stand in Saleor; those without any have no date. */
export function SaleorDays({ methods }: Pick<DeliveryGivenFragment, "methods">) {
  const { transit: words } = useDeliveryWords();
  return (
    <section className="part">
      <h3>{words.methods}</h3>
      {methods.length === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <>
          <p className="help quiet">{words.methodsWhy}</p>
          <ul className="saleor-days">
            {methods.map(({ id, name, zone, minimumDays, maximumDays }) => (
              <li key={id}>
                <span>
                  {name} <span className="quiet">{zone}</span>
                </span>
                {minimumDays === null || maximumDays === null ? (
                  <span className="pill open">{words.noDays}</span>
                ) : (
                  <span className="quiet">
                    {fill(words.saleor, { from: String(minimumDays), to: String(maximumDays) })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
