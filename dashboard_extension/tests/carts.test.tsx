import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { timelineOf } from "../src/carts/timeline";
import { aCartRoom, aCase, aCaseRoom, aCaseRow, aLift, aReport, aStep } from "./auroraCarts";
import { openApp } from "./openApp";
import { pageText } from "./pageText";

afterEach(cleanup);

const CASE = "/carts/Q2FydENhc2U6MQ==";
const SOMEBODY = {
  id: "Q2FydDox",
  caseId: null,
  email: null,
  quantity: 2,
  total: { amount: "299.00", currency: "TRY" },
};
const failure = (code: string) => ({ failure: { code, requestId: "r-88" } });

test.each([
  ["en", ["customer@aurora.example", "Payment failed", "Lamp and 1 more", "Next step Mar 5, 2026"]],
  ["tr", ["customer@aurora.example", "Ödeme başarısız", "Lamp ve 1 ürün daha", "Sonraki adım: 5 Mar 2026"]],
])("staff read in %s who left a cart, why, and what comes next", async (locale, facts) => {
  await openApp("/carts", aCartRoom([aCaseRow()]), locale);
  await screen.findByText("customer@aurora.example");
  for (const fact of facts) expect(pageText()).toContain(fact);
});

test.each([
  [{ silence: "NO_CONSENT", nextAt: null }, "The shopper did not agree to reminders"],
  [{ silence: "QUIET_HOURS" }, "It is night, or a day of rest, where the person is · looked at again Mar 5, 2026"],
  [{ isHeldOut: true }, "Never written to: measured against"],
  [{ nextAt: null }, "Nothing to come"],
  [{ orderTotal: { amount: "99.00", currency: "EUR" }, orderedAt: "2026-03-04T14:00:00+00:00" }, "Bought for €99.00"],
] as const)("a case says why nothing is sent, or what was bought: %o", async (stands, text) => {
  await openApp("/carts", aCartRoom([aCaseRow(stands)]));
  await screen.findByText("customer@aurora.example");
  expect(pageText()).toContain(text);
});

test("the states are counted, and another one is shown with what will come into it", async () => {
  const { user, inputsOf } = await openApp("/carts", aCartRoom([aCaseRow(), aCaseRow({ id: "2" })]));
  await user.click(await screen.findByLabelText("Stopped 0"));
  await screen.findByText("Nothing was stopped");
  expect(screen.getByLabelText("Left 2")).toBeDefined();
  expect(inputsOf("CartCases").at(-1)).toEqual({ first: 20, after: null, state: "STOPPED", search: "" });
});

test("a search that finds nobody is put away with one button", async () => {
  const { user } = await openApp("/carts", aCartRoom([aCaseRow()]));
  await user.type(await screen.findByLabelText("Search"), "nobody");
  await user.click(await screen.findByRole("button", { name: "Show all cases" }));
  await screen.findByText("customer@aurora.example");
});

test("who is stuck at this moment stands on top, and is off the list once somebody sees to them", async () => {
  const at = "2026-03-04T12:00:00+00:00";
  const needingHelp = [{ cart: SOMEBODY, signals: [{ kind: "PAYMENT_IDLE", at, raisedAt: at }] }] as const;
  const { user, inputsOf } = await openApp("/carts", aCartRoom([], { needingHelp }));
  await screen.findByRole("heading", { name: "Needs help now" });
  for (const fact of ["Somebody without an address", "Waits at the payment", "The chat has spoken up"]) {
    expect(pageText()).toContain(fact);
  }
  await user.click(screen.getByRole("button", { name: "I see to it" }));
  await waitFor(() => expect(screen.queryByRole("heading", { name: "Needs help now" })).toBeNull());
  expect(inputsOf("CartSignalSeen")).toEqual([{ id: "Q2FydDox" }]);
});

test("money without an order leads to its case", async () => {
  const stuck = {
    ...SOMEBODY,
    caseId: "Q2FydENhc2U6MQ==",
    email: "paid@aurora.example",
    paidAt: "2026-03-04T12:00:00Z",
  };
  const { user, way } = await openApp("/carts", { ...aCartRoom([], { stuckCheckouts: [stuck] }), ...aCaseRoom() });
  await screen.findByRole("heading", { name: "Paid but no order" });
  await user.click(screen.getByRole("link", { name: "paid@aurora.example" }));
  expect(way.getState()).toBe("/carts/Q2FydENhc2U6MQ%3D%3D");
});

test("a case tells in order what happened, and why a step was left out", async () => {
  const why = ["VALUE_AT_LEAST:500 TRY:299 TRY", "CAUSE:STOCK_GONE:PAYMENT_FAILED", "OF_TOMORROW:1:2"];
  const second = aStep({ number: 2, at: "2026-03-05T13:00:00+00:00", silence: "CONDITIONS", why, message: null });
  const reason = {
    reason: "PRICE",
    text: "Too dear",
    link: null,
    at: "2026-03-04T15:00:00+00:00",
    ticketId: null,
  } as const;
  await openApp(CASE, aCaseRoom({ steps: [aStep(), second], reasons: [reason] }));
  const happened = (await screen.findAllByRole("listitem")).map((item) => item.textContent ?? "");
  const told = [
    "Began to shop",
    "Last changed",
    "Left it",
    "E-mail 1 Sent",
    "Said why: Price",
    "E-mail 2 was not sent",
  ];
  const part = happened.slice(-told.length);
  for (const [index, text] of told.entries()) expect(part[index]).toContain(text);
  expect(part[3]).toContain("Your lamp waits");
  expect(part[5]).toContain(
    "worth 299 TRY, at least 500 TRY asked for; another cause: Payment failed; OF_TOMORROW:1:2",
  );
});

test("a case is stopped, and the second thought has a button", async () => {
  const { user, inputsOf } = await openApp(CASE, aCaseRoom());
  await user.click(await screen.findByRole("button", { name: "Stop" }));
  await screen.findByText("Nothing more is sent about this case.");
  await screen.findByRole("button", { name: "Go on" });
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await screen.findByRole("button", { name: "Stop" });
  expect([inputsOf("CartCaseStop"), inputsOf("CartCaseGoOn")]).toEqual([[{ id: aCase().id }], [{ id: aCase().id }]]);
});

test("before something is sent now, it is said what, to whom and with which voucher", async () => {
  const nextStep = { number: 3, of: 3, voucherPercent: 10 };
  const { user, inputsOf, toasts } = await openApp(CASE, aCaseRoom({ nextStep }));
  await user.click(await screen.findByRole("button", { name: "Send now" }));
  const sure = within(screen.getByRole("dialog"));
  sure.getByText("Send e-mail 3 of 3 now?");
  sure.getByText(/customer@aurora.example, about 2 items worth TRY.299.00.*It carries a voucher of 10 % off/);
  expect(inputsOf("CartCaseSendNow")).toEqual([]);
  await user.click(sure.getByRole("button", { name: "Send it" }));
  await waitFor(() => expect(toasts()).toEqual([["success", "It is on its way."]]));
});

test.each([
  ["en", "Send now", "Send it", "The shopper ordered"],
  ["tr", "Şimdi gönder", "Gönder", "Müşteri sipariş verdi"],
])("what was not sent is explained in %s", async (locale, sendNow, send, why) => {
  const { user } = await openApp(CASE, aCaseRoom({}, "ORDERED"), locale);
  await user.click(await screen.findByRole("button", { name: sendNow }));
  await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: send }));
  expect((await screen.findByRole("alert")).textContent).toBe(why);
});

test.each([
  [{ state: "RECOVERED", nextStep: null } as const, []],
  [{ isHeldOut: true, nextStep: null } as const, ["Stop"]],
  [{ state: "STOPPED", nextStep: null } as const, ["Go on"]],
])("what cannot be done has no button: %o", async (stands, names) => {
  await openApp(CASE, aCaseRoom(stands));
  await screen.findByRole("heading", { name: "What happened" });
  expect(screen.queryAllByRole("button").map((button) => button.textContent)).toEqual(names);
});

test.each([
  ["GAIN", {}, ["Brought TRY 4,000.00 to TRY 12,000.00", "spends TRY 1.00 to TRY 3.00 more"]],
  [
    "NO_DIFFERENCE_SHOWN",
    { leastAPerson: { amount: "-1.00", currency: "TRY" } },
    ["No difference shown", "between -TRY 1.00 and TRY 3.00 more"],
  ],
  [
    "LOSS",
    { leastAPerson: { amount: "-3.00", currency: "TRY" }, mostAPerson: { amount: "-1.00", currency: "TRY" } },
    ["Who is written to buys less", "spends TRY 1.00 to TRY 3.00 less"],
  ],
  [
    "NOT_ENOUGH_DATA",
    { leastAPerson: null, mostAPerson: null, heldOut: { people: 19, buyers: 4 } },
    ["Not enough data yet", "So far 480 did of those who may be written to, and 4 of those who never are"],
  ],
] as const)("what writing brought is said as it is: %s", async (verdict, changes, texts) => {
  await openApp("/carts/report", { CartReport: () => aReport({ lifts: [aLift({ verdict, ...changes })] }) });
  await screen.findByRole("heading", { name: "What writing brought" });
  const said = pageText().replaceAll("\u00a0", " ");
  for (const text of texts) expect(said).toContain(text);
});

test("a group under twenty is not judged", async () => {
  const few = aLift({ verdict: "NOT_ENOUGH_DATA", leastAPerson: null, heldOut: { people: 19, buyers: 4 } });
  await openApp("/carts/report", { CartReport: () => aReport({ lifts: [few] }) });
  const cells = within(await screen.findByRole("row", { name: /Never written to/ })).getAllByRole("cell");
  expect(cells.map((cell) => cell.textContent)).toEqual(["19", "4", "Too few to judge", "Too few to judge"]);
});

test("reasons unfold to the products that were left for them", async () => {
  const products = [{ id: "UHJvZHVjdDox", name: "Lamp", answers: 9 }];
  const reasons = [{ reason: "PRICE" as const, answers: 21, products }];
  const { user, dashboard } = await openApp("/carts/report", { CartReport: () => aReport({ reasons }) });
  await user.click(await screen.findByText("Price"));
  await user.click(screen.getByRole("button", { name: "Lamp" }));
  expect(dashboard.deeds).toContainEqual(["open", "/products/UHJvZHVjdDox"]);
});

test("another span and channel are asked for", async () => {
  const channels = [
    { slug: "default-channel", name: "Aurora" },
    { slug: "tr", name: "Aurora Türkiye" },
  ];
  const { user, inputsOf } = await openApp("/carts/report", { CartReport: () => ({ ...aReport(), channels }) });
  await user.click(await screen.findByLabelText("A year"));
  await user.selectOptions(await screen.findByLabelText("Channel"), "tr");
  await waitFor(() => expect(inputsOf("CartReport").at(-1)).toEqual({ days: 365, channel: "tr" }));
});

test("a shop without any case is told how this page begins", async () => {
  const states = [{ state: "ABANDONED" as const, cases: 0 }];
  await openApp("/carts/report", { CartReport: () => aReport({ states, lifts: [] }) });
  await screen.findByText("Nothing to report yet");
});

test("staff who may not manage checkouts read why", async () => {
  const refused = () => failure("PERMISSION_DENIED");
  await openApp("/carts", { CartCases: refused, CartAlarms: refused });
  await screen.findByText(/it needs the permission “Manage checkouts”/);
});

test("a case that is not there leads back", async () => {
  const { user, way } = await openApp("/carts/Q2FydENhc2U6OQ==", { ...aCartRoom([]), ...aCaseRoom() });
  await screen.findByText("There is no such case");
  await user.click(screen.getByRole("link", { name: "All cases" }));
  expect(way.getState()).toBe("/carts");
});

test("who left and was written to in one moment left first", () => {
  const at = "2026-03-04T13:00:00+00:00";
  const told = timelineOf(aCase({ abandonedAt: at, steps: [aStep({ at })] })).filter((one) => one.at === at);
  expect(told.map(({ what }) => what)).toEqual(["abandoned", "step"]);
});
