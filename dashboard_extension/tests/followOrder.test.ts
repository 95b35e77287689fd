import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FailureCode } from "../src/api/ask";
import { TOKEN_WAIT_MS } from "../src/api/askAsStaff";
import { HANDSHAKE_WAIT_MS } from "../src/dashboard/dashboard";
import { followOrder } from "../src/order/followOrder";
import { aDashboard, anApi, type OrderAnswer } from "./aDashboard";
import { anOrder } from "./aurora";

const orderId = "T3JkZXI6MQ==";
const found: OrderAnswer = { data: { order: anOrder() } };
const failed = (code: FailureCode): OrderAnswer => ({ failure: { code, requestId: "r-1" } });

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function follow(...answers: OrderAnswer[]) {
  const dashboard = aDashboard();
  const api = anApi(dashboard, ...answers);
  const order = followOrder({ orderId, framed: true, dashboard, ask: api.ask });
  return { dashboard, api, order, settled: () => vi.advanceTimersByTimeAsync(0) };
}

test("staff see the order as soon as Dashboard has said who they are", async () => {
  const { dashboard, api, order, settled } = follow(found);
  expect(order.getState()).toEqual({ kind: "waiting" });
  dashboard.opens("first");
  expect(order.getState()).toEqual({ kind: "loading" });
  await settled();
  expect(order.getState()).toEqual({ kind: "shown", order: anOrder(), asking: false, failure: null });
  expect(api.tokens).toEqual(["first"]);
});

test("staff without permission are told so, and see the order once it is granted", async () => {
  const { dashboard, api, order, settled } = follow(found);
  dashboard.says({ session: { kind: "refused" } });
  expect(order.getState()).toEqual({ kind: "forbidden" });
  expect(api.tokens).toEqual([]);
  dashboard.opens("granted");
  await settled();
  expect(order.getState().kind).toBe("shown");
});

test("a permission taken away while we ask hides the answer", async () => {
  const { dashboard, order, settled } = follow(found);
  dashboard.opens("first");
  dashboard.says({ session: { kind: "refused" } });
  await settled();
  expect(order.getState()).toEqual({ kind: "forbidden" });
});

test("whoever opens the page without Dashboard learns where it belongs after ten seconds", async () => {
  const { dashboard, order, settled } = follow(found);
  await vi.advanceTimersByTimeAsync(HANDSHAKE_WAIT_MS - 1);
  expect(order.getState().kind).toBe("waiting");
  await vi.advanceTimersByTimeAsync(1);
  expect(order.getState().kind).toBe("outside");
  dashboard.opens("late");
  await settled();
  expect(order.getState().kind).toBe("shown");
});

test.each([
  { why: "in no frame", orderId, framed: false },
  { why: "with no order named", orderId: null, framed: true },
])("whoever opens the page $why learns it at once", ({ orderId, framed }) => {
  const dashboard = aDashboard();
  const order = followOrder({ orderId, framed, dashboard, ask: anApi(dashboard, found).ask });
  expect(order.getState().kind).toBe("outside");
});

test("an ended session is renewed by Dashboard's next token, and the question asked once more", async () => {
  const { dashboard, api, order, settled } = follow(failed("UNAUTHENTICATED"), found);
  dashboard.opens("old");
  await settled();
  expect(order.getState().kind).toBe("loading");
  dashboard.opens("new");
  await settled();
  expect(order.getState().kind).toBe("shown");
  expect(api.tokens).toEqual(["old", "new"]);
});

test("a session that nobody renews is told, and a token that comes later loads the order after all", async () => {
  const { dashboard, api, order, settled } = follow(failed("UNAUTHENTICATED"), found);
  dashboard.opens("old");
  await vi.advanceTimersByTimeAsync(TOKEN_WAIT_MS);
  expect(order.getState()).toMatchObject({ kind: "failing", failure: { code: "UNAUTHENTICATED" }, asking: false });
  dashboard.opens("new");
  await settled();
  expect(order.getState().kind).toBe("shown");
  expect(api.tokens).toEqual(["old", "new"]);
});

test("a token refused twice is not asked with a third time", async () => {
  const { dashboard, api, settled } = follow(failed("UNAUTHENTICATED"));
  dashboard.opens("old");
  await settled();
  dashboard.opens("new");
  await settled();
  expect(api.tokens).toEqual(["old", "new"]);
});

test("refreshing keeps the order on the screen, also when it fails", async () => {
  const newer: OrderAnswer = { data: { order: anOrder({ status: "FULFILLED" }) } };
  const { dashboard, order, settled } = follow(found, failed("UNAVAILABLE"), newer);
  dashboard.opens("first");
  await settled();
  order.refresh();
  expect(order.getState()).toMatchObject({ kind: "shown", asking: true });
  await settled();
  expect(order.getState()).toMatchObject({ kind: "shown", asking: false, failure: { code: "UNAVAILABLE" } });
  order.refresh();
  await settled();
  expect(order.getState()).toMatchObject({ kind: "shown", order: { status: "FULFILLED" }, failure: null });
});

test("an impatient second press asks nothing twice", async () => {
  const { dashboard, api, order, settled } = follow(found);
  dashboard.opens("first");
  order.refresh();
  order.refresh();
  await settled();
  expect(api.tokens).toEqual(["first"]);
});

test("a renewed token or another language by itself asks nothing", async () => {
  const { dashboard, api, settled } = follow(found);
  dashboard.opens("first");
  await settled();
  dashboard.opens("second");
  dashboard.says({ locale: "tr", theme: "dark" });
  await settled();
  expect(api.tokens).toEqual(["first"]);
});

test("a failure, an order we do not have and a refusal by the server are told apart", async () => {
  for (const [answer, kind] of [
    [failed("OFFLINE"), "failing"],
    [{ data: { order: null } }, "unknown"],
    [failed("PERMISSION_DENIED"), "forbidden"],
  ] as const) {
    const { dashboard, order, settled } = follow(answer);
    dashboard.opens("first");
    await settled();
    expect(order.getState().kind).toBe(kind);
  }
});
