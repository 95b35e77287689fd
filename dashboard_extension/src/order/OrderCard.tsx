import { Freshness } from "./Freshness";
import { Acts, PromiseMade, Tickets, Timeline } from "./Later";
import { OrderFacts } from "./OrderFacts";
import { OrderHead } from "./OrderHead";
import { OrderLines } from "./OrderLines";
import type { OrderView } from "./orderView";
import { Shipments } from "./Shipments";

interface OrderCardProps {
  readonly view: Extract<OrderView, { kind: "shown" }>;
  readonly orderId: string;
  readonly onRefresh: () => void;
}

export function OrderCard({ view, orderId, onRefresh }: OrderCardProps) {
  const { order } = view;
  return (
    <article className="card" aria-labelledby="order-number" aria-busy={view.asking}>
      <OrderHead order={order} />
      <Tickets orderId={orderId} />
      <Acts orderId={orderId} />
      <div className="columns">
        <OrderFacts order={order} />
        <OrderLines lines={order.lines} />
        {order.promise && <PromiseMade promise={order.promise} />}
        <Shipments shipments={order.fulfillments} onDelivered={onRefresh} />
      </div>
      <Timeline orderId={orderId} />
      <Freshness view={view} onRefresh={onRefresh} />
    </article>
  );
}
