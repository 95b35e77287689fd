import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { followOrder } from "../../src/order/followOrder";
import { OrderFrame } from "../../src/order/OrderFrame";
import type { Order } from "../../src/order/orderView";
import { aDashboard, anApi } from "../aDashboard";
import { anOrder, aPromise, aShipment } from "../aurora";
import { pageText } from "../pageText";

afterEach(cleanup);

async function open(changes: Partial<Order>, locale = "en") {
  const dashboard = aDashboard({ locale });
  const { ask } = anApi(dashboard, { data: { order: anOrder(changes) } });
  const order = followOrder({ orderId: "T3JkZXI6MQ==", framed: true, dashboard, ask });
  render(<OrderFrame dashboard={dashboard} order={order} orderId="T3JkZXI6MQ==" ask={ask} />);
  await act(async () => dashboard.opens("token"));
  // The promise is asked for once the order is shown; a bar keeps its place.
  await waitFor(() => expect(document.querySelector("p.bar")).toBeNull());
}

test("staff read what was promised, how it stands and why it was that day", async () => {
  await open({ promise: aPromise() });
  expect(screen.getByRole("heading", { name: "Promise" })).toBeTruthy();
  for (const fact of [
    "Tue, Nov 24 – Wed, Nov 25",
    "Standing: On time",
    "Ordered in time for Fri, Nov 20 15:00",
    "1–2 working days with the carrier",
  ]) {
    expect(pageText()).toContain(fact);
  }
  expect(pageText()).not.toContain("product page");
});

test.each([
  ["AT_RISK", "open", "At risk"],
  ["LATE", "bad", "Late"],
  ["ARRIVED_ON_TIME", "good", "Arrived on time"],
  ["UNHEARD", "plain", "Not heard of"],
] as const)("a promise that is %s is coloured %s", async (standing, tone, name) => {
  await open({ promise: aPromise({ standing }) });
  const pills = [...document.querySelectorAll(`.pill.${tone}`)].map((pill) => pill.textContent);
  expect(pills).toContain(`Standing: ${name}`);
});

test("what the page had said is shown where it differs, and when the shopper was told", async () => {
  await open({
    promise: aPromise({
      pageFirst: "2026-11-23",
      pageLast: "2026-11-24",
      arrivedOn: "2026-11-27",
      apologisedAt: "2026-11-24T08:00:00+00:00",
    }),
  });
  for (const fact of ["The product page said Mon, Nov 23 – Tue, Nov 24.", "Arrived on Fri, Nov 27.", "was told on"]) {
    expect(pageText()).toContain(fact);
  }
});

test("the same page and order say nothing of a difference", async () => {
  await open({ promise: aPromise({ pageFirst: "2026-11-24", pageLast: "2026-11-25" }) });
  expect(pageText()).not.toContain("product page");
});

test("without a date the reason stands there", async () => {
  const none = { first: null, last: null, standing: null, steps: [] };
  await open({ promise: aPromise({ ...none, reason: "NO_DAYS" }) });
  expect(pageText()).toContain("No date was promised: nobody set how long the carrier takes.");
  cleanup();
  await open({ promise: aPromise({ ...none, reason: "A_NEW_ONE" }) });
  expect(pageText()).toContain("A_NEW_ONE");
});

test("an order from before the app was there has no promise", async () => {
  await open({ promise: null });
  expect(screen.queryByRole("heading", { name: "Promise" })).toBeNull();
});

test("it speaks Turkish to a Turkish Dashboard", async () => {
  await open({ promise: aPromise({ standing: "LATE" }) }, "tr");
  for (const fact of ["Söz", "Gecikti", "Neden bu tarih?", "Kargoda 1–2 iş günü"]) expect(pageText()).toContain(fact);
});

test("a parcel shows where it is, who said so, and where it is followed", async () => {
  const parcel = aShipment({
    state: "OUT_FOR_DELIVERY",
    carrier: "Yurtiçi Kargo",
    trackingUrl: "https://www.yurticikargo.com/x?code=1",
    steps: [
      { state: "IN_TRANSIT", source: "CARRIER", at: "2026-03-03T08:00:00+00:00" },
      { state: "OUT_FOR_DELIVERY", source: "CSV", at: "2026-03-04T08:00:00+00:00" },
    ],
  });
  await open({ fulfillments: [parcel] });
  const link = screen.getByRole("link", { name: "Yurtiçi Kargo" });
  expect(link.getAttribute("href")).toBe("https://www.yurticikargo.com/x?code=1");
  expect(link.getAttribute("rel")).toBe("noreferrer");
  for (const fact of ["Parcel: Out for delivery", "2 reports", "In transit, by the carrier", "by a file"]) {
    expect(pageText()).toContain(fact);
  }
});
