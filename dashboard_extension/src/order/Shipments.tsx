import { useLanguage } from "../words/useLanguage";
import type { Order } from "./orderView";
import { Shipment } from "./Shipment";

interface ShipmentsProps {
  readonly shipments: Order["fulfillments"];
  readonly onDelivered: () => void;
}

export function Shipments({ shipments, onDelivered }: ShipmentsProps) {
  const { words, number } = useLanguage();
  return (
    <section>
      <h2>
        {words.shipments} {shipments.length > 0 && <span className="quiet">{number(shipments.length)}</span>}
      </h2>
      {shipments.length === 0 ? (
        <p className="quiet">{words.noShipments}</p>
      ) : (
        <ul className="shipments">
          {shipments.map((shipment) => (
            <Shipment key={shipment.id} shipment={shipment} onDelivered={onDelivered} />
          ))}
        </ul>
      )}
    </section>
  );
}
