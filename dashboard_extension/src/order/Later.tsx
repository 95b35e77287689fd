import { lazy, Suspense } from "react";
import type { ShipmentFragment } from "../generated/OrderCard";
import { useLanguage } from "../words/useLanguage";
import type { Order } from "./orderView";

// Asked for once the order is shown: it must not hold up the first look.
const parts = () => import("./tickets");
const OrderTickets = lazy(() =>
  parts().then(
    (part) => ({ default: part.OrderTickets }),
    () => ({ default: NotLoaded }),
  ),
);
const DeliveredPart = lazy(() =>
  parts().then(
    (part) => ({ default: part.Delivered }),
    () => ({ default: () => null }),
  ),
);

const promiseParts = () => import("./promise");
const PromisePart = lazy(() =>
  promiseParts().then(
    (part) => ({ default: part.PromiseMade }),
    () => ({ default: Nothing }),
  ),
);
const ParcelPart = lazy(() =>
  promiseParts().then(
    (part) => ({ default: part.ParcelSteps }),
    () => ({ default: Nothing }),
  ),
);

export function PromiseMade({ promise }: { readonly promise: NonNullable<Order["promise"]> }) {
  return (
    <Suspense fallback={<section className="bar triple" aria-hidden="true" />}>
      <PromisePart promise={promise} />
    </Suspense>
  );
}

export function ParcelSteps({ shipment }: { readonly shipment: ShipmentFragment }) {
  return (
    <Suspense fallback={<p className="bar" aria-hidden="true" />}>
      <ParcelPart shipment={shipment} />
    </Suspense>
  );
}

export function Tickets({ orderId }: { readonly orderId: string }) {
  return (
    <Suspense fallback={<section className="bar triple" aria-hidden="true" />}>
      <OrderTickets orderId={orderId} />
    </Suspense>
  );
}

interface DeliveredProps {
  readonly shipment: ShipmentFragment;
  readonly onDelivered: () => void;
}

export function Delivered(props: DeliveredProps) {
  return (
    <Suspense fallback={<p className="bar" aria-hidden="true" />}>
      <DeliveredPart {...props} />
    </Suspense>
  );
}

/** The server was renewed between the card and this part of it, or the connection was lost. */
function NotLoaded() {
  return <p className="quiet">{useLanguage().words.ticketsNotLoaded}</p>;
}

function Nothing() {
  return <></>;
}
