import type { ShipmentFragment } from "../generated/OrderCard";
import { useLanguage } from "../words/useLanguage";
import { CopyableText } from "./CopyableText";
import { Delivered, ParcelSteps } from "./Later";
import { Pill } from "./Pill";

interface ShipmentProps {
  readonly shipment: ShipmentFragment;
  readonly onDelivered: () => void;
}

export function Shipment({ shipment, onDelivered }: ShipmentProps) {
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
          {shipment.trackingUrl && (
            <>
              {" "}
              <a className="link" href={shipment.trackingUrl} target="_blank" rel="noreferrer">
                {shipment.carrier ?? words.follow}
              </a>
            </>
          )}
        </p>
      ) : (
        <p className="quiet">{words.noTracking}</p>
      )}
      {shipment.steps.length > 0 && <ParcelSteps shipment={shipment} />}
      <Delivered shipment={shipment} onDelivered={onDelivered} />
    </li>
  );
}
