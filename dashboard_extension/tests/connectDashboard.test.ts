import { afterEach, beforeEach, expect, type MockInstance, test, vi } from "vitest";
import { connectDashboard } from "../src/dashboard/connectDashboard";
import type { Dashboard } from "../src/dashboard/dashboard";

const ORIGIN = "https://dashboard.aurora.example";
const token = (name: string) =>
  `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ email: "staff@aurora.example", name }))}.x`;
const faults: string[] = [];
let listening: MockInstance<typeof window.addEventListener>;
const noteFault = (event: ErrorEvent) => faults.push(event.message);

beforeEach(() => {
  localStorage.clear();
  vi.spyOn(document, "referrer", "get").mockReturnValue(`${ORIGIN}/orders/1`);
  vi.spyOn(console, "error").mockImplementation((...words) => faults.push(words.join(" ")));
  history.replaceState(
    null,
    "",
    "/dashboard/order?domain=d&saleorApiUrl=https%3A%2F%2Fd%2Fgraphql%2F&id=QXBwOjE%3D&domain=d&saleorApiUrl=https%3A%2F%2Fd%2Fgraphql%2F&id=QXBwOjE%3D&orderId=T3JkZXI6MQ%3D%3D&theme=dark",
  );
  faults.length = 0;
  listening = vi.spyOn(window, "addEventListener");
  window.addEventListener("error", noteFault);
});

// A document meets one Dashboard; here each test meets its own, so the last one's ear is taken off.
afterEach(() => {
  window.removeEventListener("error", noteFault);
  for (const [type, listener] of listening.mock.calls) window.removeEventListener(type, listener as EventListener);
});

const refuse = () => {
  throw new DOMException("no storage here", "SecurityError");
};

function dashboardSays(type: string, payload: object, origin = ORIGIN) {
  window.dispatchEvent(new MessageEvent("message", { data: { type, payload }, origin }));
}

const greet = (value: string, origin?: string) => dashboardSays("handshake", { token: value, version: 1 }, origin);

test("the handshake opens the session and tokenRefresh renews it", () => {
  const dashboard = connectDashboard();
  expect(dashboard.getState().session).toEqual({ kind: "waiting" });
  greet(token("first"));
  expect(dashboard.getState().session).toEqual({ kind: "open", token: token("first") });
  dashboardSays("tokenRefresh", { token: token("second") });
  expect(dashboard.getState().session).toEqual({ kind: "open", token: token("second") });
});

test("a handshake said twice is one session", () => {
  const dashboard = connectDashboard();
  greet(token("first"));
  const { session } = dashboard.getState();
  greet(token("first"));
  expect(dashboard.getState().session).toBe(session);
});

test("an empty token means no permission, and breaks nothing", () => {
  const dashboard = connectDashboard();
  greet("");
  expect(dashboard.getState().session).toEqual({ kind: "refused" });
  expect(faults).toEqual([]);
});

test("nobody but the page around us is believed", () => {
  const dashboard = connectDashboard();
  greet(token("forged"), "https://elsewhere.example");
  greet("", "https://elsewhere.example");
  expect(dashboard.getState().session).toEqual({ kind: "waiting" });
});

test("theme and language start from the address and follow Dashboard", () => {
  const dashboard = connectDashboard();
  const heard = vi.fn();
  dashboard.subscribe(heard);
  expect(dashboard.getState().theme).toBe("dark");
  dashboardSays("theme", { theme: "light" });
  dashboardSays("localeChanged", { locale: "tr" });
  expect(dashboard.getState()).toMatchObject({ theme: "light", locale: "tr" });
  expect(heard).toHaveBeenCalledTimes(2);
});

test("a document that Dashboard loads anew, and does not tell the language again, begins in the one heard last", () => {
  connectDashboard();
  dashboardSays("localeChanged", { locale: "tr" });
  expect(connectDashboard().getState().locale).toBe("tr");
});

test("where the browser lets a frame keep nothing, the language still follows Dashboard", () => {
  vi.spyOn(window, "localStorage", "get").mockImplementation(refuse);
  const dashboard = connectDashboard();
  dashboardSays("localeChanged", { locale: "tr" });
  expect(dashboard.getState().locale).toBe("tr");
  expect(connectDashboard().getState().locale).toBe(navigator.language);
  expect(faults).toEqual([]);
});

test("the height goes to Dashboard, and one that never answers is no fault", async () => {
  vi.useFakeTimers();
  const post = vi.spyOn(window.parent, "postMessage").mockImplementation(() => undefined);
  connectDashboard().reportHeight(321);
  expect(post).toHaveBeenLastCalledWith(
    { type: "widgetResize", payload: expect.objectContaining({ height: 321 }) },
    "*",
  );
  await vi.advanceTimersByTimeAsync(11_000);
  expect(faults).toEqual([]);
  vi.useRealTimers();
});

test("on plain http, where there is no randomUUID, Dashboard is spoken to all the same", () => {
  vi.spyOn(crypto, "randomUUID").mockImplementation(() => {
    throw new TypeError("not a secure context");
  });
  const post = vi.spyOn(window.parent, "postMessage").mockImplementation(() => undefined);
  const dashboard = connectDashboard();
  expect(post).toHaveBeenLastCalledWith({ type: "notifyReady", payload: { actionId: expect.any(String) } }, "*");
  greet(token("first"));
  expect(dashboard.getState().session.kind).toBe("open");
});

test.each([
  [
    (to: Dashboard) => to.toast("error", "What", "Why"),
    "notification",
    { status: "error", title: "What", text: "Why" },
  ],
  [(to: Dashboard) => to.open("/orders/1"), "redirect", { to: "/orders/1" }],
  [(to: Dashboard) => to.openOurs("/inbox"), "redirect", { to: "/extensions/app/QXBwOjE%3D/inbox" }],
  [
    (to: Dashboard) => to.requestPermissions(["MANAGE_ORDERS"], "/permissions"),
    "requestPermissions",
    { permissions: ["MANAGE_ORDERS"], redirectPath: "permissions" },
  ],
])("what we ask of Dashboard goes in its words (%#)", (ask, type, payload) => {
  const post = vi.spyOn(window.parent, "postMessage").mockImplementation(() => undefined);
  ask(connectDashboard());
  expect(post).toHaveBeenLastCalledWith({ type, payload: { ...payload, actionId: expect.any(String) } }, "*");
});

test("a path is shown when Dashboard has answered, and after ten seconds without an answer", async () => {
  vi.useFakeTimers();
  const post = vi.spyOn(window.parent, "postMessage").mockImplementation(() => undefined);
  const dashboard = connectDashboard();
  const answered = dashboard.showPath("/inbox");
  dashboardSays("response", { actionId: post.mock.lastCall?.[0].payload.actionId, ok: true });
  await answered;
  const unanswered = dashboard.showPath("/settings");
  await vi.advanceTimersByTimeAsync(10_000);
  await unanswered;
  vi.useRealTimers();
});

test("what is no message of Dashboard's is passed over", () => {
  const dashboard = connectDashboard();
  for (const data of [null, "text", 7, {}, { type: "handshake" }, { type: "toString", payload: {} }]) {
    window.dispatchEvent(new MessageEvent("message", { data, origin: ORIGIN }));
  }
  expect(dashboard.getState().session).toEqual({ kind: "waiting" });
  expect(faults).toEqual([]);
});

test("the next token is the one that differs, and none in time is null", async () => {
  vi.useFakeTimers();
  const dashboard = connectDashboard();
  greet(token("old"));
  const next = dashboard.nextToken(token("old"), 1_000);
  greet(token("old"));
  dashboardSays("tokenRefresh", { token: token("new") });
  expect(await next).toBe(token("new"));
  const none = dashboard.nextToken(token("new"), 1_000);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await none).toBeNull();
  vi.useRealTimers();
});
