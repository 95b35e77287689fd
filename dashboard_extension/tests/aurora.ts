import type { LineFragment, PromisedFragment, ShipmentFragment } from "../src/generated/OrderCard";
import type { Order } from "../src/order/orderView";

/** An order of the shop aurora, sent in part. */
export function anOrder(changes: Partial<Order> = {}): Order {
  return {
    number: "1042",
    created: "2026-03-01T09:30:00+00:00",
    status: "PARTIALLY_FULFILLED",
    paymentStatus: "FULLY_CHARGED",
    chargeStatus: "FULL",
    customerEmail: "customer@aurora.example",
    customerName: "Aurora Customer",
    total: { amount: "129.90", currency: "EUR" },
    shippingPrice: { amount: "4.90", currency: "EUR" },
    deliveryMethodName: "Courier",
    shippingCity: "İzmir",
    shippingCountry: "TR",
    lines: linesOf(2),
    promise: null,
    fulfillments: [aShipment()],
    asOf: "2026-03-04T12:00:00+00:00",
    ...changes,
  };
}

export function linesOf(count: number, totalCount = count): Order["lines"] {
  return { edges: Array.from({ length: count }, (_, index) => ({ node: aLine(index + 1) })), totalCount };
}

export function aPromise(changes: Partial<PromisedFragment> = {}): PromisedFragment {
  return {
    first: "2026-11-24",
    last: "2026-11-25",
    reason: null,
    standing: "ON_TIME",
    pageFirst: null,
    pageLast: null,
    arrivedOn: null,
    apologisedAt: null,
    steps: [
      { code: "CUTOFF", on: "2026-11-20", at: "15:00", days: null, name: "" },
      { code: "TRANSIT", on: null, at: null, days: { from: 1, to: 2 }, name: "" },
    ],
    ...changes,
  };
}

export function aShipment(changes: Partial<ShipmentFragment> = {}): ShipmentFragment {
  return {
    id: "RnVsZmlsbG1lbnQ6MQ==",
    status: "FULFILLED",
    trackingNumber: "TRACK-1",
    created: "2026-03-02T08:00:00+00:00",
    quantity: 1,
    deliveredAt: null,
    state: "HANDED_OVER",
    carrier: null,
    trackingUrl: null,
    steps: [],
    ...changes,
  };
}

function aLine(number: number): LineFragment {
  return {
    id: `T3JkZXJMaW5lOj${number}`,
    productName: `Lamp ${number}`,
    variantName: "Blue",
    sku: `LAMP-${number}`,
    quantity: 3,
    quantityFulfilled: 2,
    total: { amount: "43.30", currency: "EUR" },
    thumbnailUrl: null,
  };
}
