import type { ShipmentFragment } from "../generated/OrderCard";
import { useLanguage } from "../words/useLanguage";
import { CopyableText } from "./CopyableText";
import { Pill } from "./Pill";

export function Shipment({ shipment }: { readonly shipment: ShipmentFragment }) {
  const { words, count, moment } = useLanguage();
  return (
    <li>
      <p className="pills">
        <Pill about={words.status} status={shipment.status} names={words.shipmentStatus} />
        <span>{count(words.pieces, shipment.quantity)}</span>
      </p>
      <p className="quiet">
        <time dateTime={shipment.created}>{moment(shipment.created)}</time>
      </p>
      {shipment.trackingNumber ? (
        <p>
          <CopyableText text={shipment.trackingNumber} name={words.tracking} />
        </p>
      ) : (
        <p className="quiet">{words.noTracking}</p>
      )}
    </li>
  );
}
