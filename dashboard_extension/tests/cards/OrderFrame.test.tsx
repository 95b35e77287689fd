import { act, cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { followOrder } from "../../src/order/followOrder";
import { OrderFrame } from "../../src/order/OrderFrame";
import type { Order } from "../../src/order/orderView";
import { aDashboard, anApi, type OrderAnswer } from "../aDashboard";
import { anOrder, aShipment, linesOf } from "../aurora";
import { pageText } from "../pageText";

afterEach(cleanup);

async function open(answers: OrderAnswer[], locale = "en") {
  const dashboard = aDashboard({ locale });
  const { ask } = anApi(dashboard, ...answers);
  const order = followOrder({ orderId: "T3JkZXI6MQ==", framed: true, dashboard, ask });
  render(<OrderFrame dashboard={dashboard} order={order} orderId="T3JkZXI6MQ==" ask={ask} />);
  await act(async () => dashboard.opens("token"));
  return { dashboard, user: userEvent.setup() };
}

const showing = (changes: Partial<Order> = {}): OrderAnswer => ({ data: { order: anOrder(changes) } });
const failing = (code: "UNEXPECTED" | "UNAVAILABLE"): OrderAnswer => ({ failure: { code, requestId: "r-77" } });
test("staff read what was ordered, by whom, and how far it is", async () => {
  await open([showing()]);
  expect(screen.getByRole("heading", { level: 1 })).toHaveProperty("textContent", "Order #1042");
  for (const fact of [
    "Status: Partially fulfilled",
    "Payment: Fully charged",
    "€129.90",
    "Aurora Customer",
    "customer@aurora.example",
    "Courier",
    "İzmir, Türkiye",
    "Shipping €4.90",
    "Lamp 1",
    "Blue · LAMP-1",
    "2 of 3 fulfilled",
    "TRACK-1",
    "1 item",
  ]) {
    expect(pageText()).toContain(fact);
  }
  expect(screen.getAllByRole("status")[0]?.textContent).toMatch(/^Order #1042 is up to date as of/);
});

test("the card speaks Turkish to a Turkish Dashboard, and changes with it", async () => {
  const { dashboard } = await open([showing()], "tr");
  expect(document.documentElement.lang).toBe("tr");
  for (const fact of ["Sipariş #1042", "Kısmen gönderildi", "€129,90", "2 / 3 gönderildi", "Yenile"]) {
    expect(pageText()).toContain(fact);
  }
  act(() => dashboard.says({ locale: "en" }));
  expect(document.documentElement.lang).toBe("en");
  expect(pageText()).toContain("Order #1042");
});

test("the theme follows Dashboard", async () => {
  const { dashboard } = await open([showing()]);
  expect(document.documentElement.dataset.theme).toBeUndefined();
  act(() => dashboard.says({ theme: "dark" }));
  expect(document.documentElement.dataset.theme).toBe("dark");
});

test("five items are shown, the others on request", async () => {
  const { user } = await open([showing({ lines: linesOf(9) })]);
  const items = () => within(screen.getByText("Items").closest("section") as HTMLElement).getAllByRole("listitem");
  expect(items()).toHaveLength(5);
  const more = screen.getByRole("button", { name: "and 4 more" });
  expect(more.getAttribute("aria-expanded")).toBe("false");
  await user.click(more);
  expect(items()).toHaveLength(9);
  await user.click(screen.getByRole("button", { name: "Show fewer" }));
  expect(items()).toHaveLength(5);
});

test("an order of more items than we ask for says so", async () => {
  const { user } = await open([showing({ lines: linesOf(100, 240) })]);
  await user.click(screen.getByRole("button", { name: "and 235 more" }));
  expect(pageText()).toContain("The first 100 items are shown.");
});

test("an order with nothing in it has a sentence for everything that is missing", async () => {
  const nothing = {
    customerName: "",
    customerEmail: "",
    deliveryMethodName: "",
    shippingCity: "",
    shippingCountry: "",
  };
  await open([showing({ ...nothing, shippingPrice: null, lines: linesOf(0), fulfillments: [] })]);
  for (const sentence of ["No customer named", "No delivery method", "no items", "Nothing has been sent yet."]) {
    expect(pageText()).toContain(sentence);
  }
});

test("a status that Saleor adds one day is shown in its own words", async () => {
  await open([
    showing({ status: "AWAITING_MOON", chargeStatus: "OVERCHARGED", fulfillments: [aShipment({ status: "LOST" })] }),
  ]);
  expect(pageText()).toContain("awaiting moon");
  expect(pageText()).toContain("Overcharged");
  expect(pageText()).toContain("lost");
});

test("refreshing brings the news and keeps the keyboard where it was", async () => {
  const { user } = await open([showing(), showing({ status: "FULFILLED" })]);
  const button = screen.getByRole("button", { name: "Refresh" });
  await user.click(button);
  expect(pageText()).toContain("Status: Fulfilled");
  expect(document.activeElement).toBe(button);
});

test("a failed refresh keeps the facts and says how old they are", async () => {
  const { user } = await open([showing(), failing("UNAVAILABLE"), showing()]);
  await user.click(screen.getByRole("button", { name: "Refresh" }));
  expect(pageText()).toContain("Aurora Customer");
  expect(pageText()).toContain("busy or just restarting");
  expect(pageText()).toContain("r-77");
  await user.click(screen.getByRole("button", { name: "Refresh" }));
  expect(pageText()).not.toContain("r-77");
});

test.each([
  ["en", "The order could not be loaded", "Try again"],
  ["tr", "Sipariş yüklenemedi", "Yeniden dene"],
])("a failure in %s says what, why and the request's id, and can be tried again", async (locale, what, retry) => {
  const { user } = await open([failing("UNEXPECTED"), showing()], locale);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(what);
  expect(pageText()).toContain("r-77");
  await user.click(screen.getByRole("button", { name: retry }));
  expect(pageText()).toContain("#1042");
});

test("an order we do not have yet is explained and can be looked for again", async () => {
  const { user } = await open([{ data: { order: null } }, showing()]);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("We do not have this order");
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(pageText()).toContain("#1042");
});

test.each([
  ["en", "You do not have permission to see this card", "“Manage orders”"],
  ["tr", "Bu kartı görme izniniz yok", "“Siparişleri yönet” (Manage orders)"],
])("staff with an empty token read in %s which permission they need", async (locale, what, permission) => {
  const { dashboard } = await open([showing()], locale);
  act(() => dashboard.says({ session: { kind: "refused" } }));
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(what);
  expect(pageText()).toContain(permission);
  expect(pageText()).not.toContain("Aurora Customer");
});

test("while waiting there is a heading to hear and nothing that moves the page", () => {
  const dashboard = aDashboard();
  const { ask } = anApi(dashboard, showing());
  const order = followOrder({ orderId: "T3JkZXI6MQ==", framed: true, dashboard, ask });
  render(<OrderFrame dashboard={dashboard} order={order} orderId="T3JkZXI6MQ==" ask={ask} />);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Order");
  expect(document.querySelector(".skeleton")?.getAttribute("aria-hidden")).toBe("true");
});

test.each([
  ["copied the old way", true, undefined, "Copied"],
  ["copied by the clipboard", false, "allowed", "Copied"],
  ["selected where the frame allows neither", false, "refused", "Selected: press Ctrl+C"],
])("a tracking number is %s", async (_how, oldWay, clipboard, outcome) => {
  document.execCommand = () => oldWay;
  const { user } = await open([showing()]);
  vi.spyOn(navigator.clipboard, "writeText").mockImplementation(async () => {
    if (clipboard === "refused") throw new DOMException("blocked", "NotAllowedError");
  });
  await user.click(screen.getByRole("button", { name: "Copy: Tracking number TRACK-1" }));
  expect(pageText()).toContain(outcome);
  expect(String(window.getSelection())).toBe("TRACK-1");
});

test("Dashboard is told the height of what is shown", async () => {
  let measure: () => void = () => undefined;
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(callback: () => void) {
        measure = callback;
      }
      observe() {}
      disconnect() {}
    },
  );
  let height = 0;
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockImplementation(() => new DOMRect(0, 0, 344, height));
  const { dashboard } = await open([showing()]);
  for (height of [0, 320.4, 320.4, 500]) measure();
  expect(dashboard.heights).toEqual([321, 500]);
  vi.unstubAllGlobals();
});
