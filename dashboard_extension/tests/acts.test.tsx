import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { amountOf, EMPTY, inputOf } from "../src/acts/actDraft";
import type { OrderActInput, OrderActPreviewQuery } from "../src/generated/OrderActPreview";
import type { ActFragment } from "../src/generated/OrderActs";
import { aDesk, aMacro, aMessage, ORDER } from "./auroraInbox";
import { openApp } from "./openApp";
import { pageText } from "./pageText";

afterEach(cleanup);

const TICKET = "/inbox/VGlja2V0OjE%3D";
const euros = (amount: string) => ({ amount, currency: "EUR" });

type Preview = OrderActPreviewQuery["orderActPreview"];

function aPreview(changes: Partial<Preview> = {}): Preview {
  return {
    problems: [],
    effects: [{ code: "GRANT", text: "Saleor grants a refund of €20.00." }],
    missingPermissions: [],
    appMissingPermissions: [],
    money: euros("20.00"),
    room: euros("120.00"),
    needsApproval: false,
    passed: [],
    transactions: [{ id: "VHg6MQ==", name: "Card", refundable: euros("120.00") }],
    hasOldPayment: false,
    giftCards: [],
    ...changes,
  };
}

function anAct(changes: Partial<ActFragment> = {}): ActFragment {
  return {
    id: "T3JkZXJBY3Q6MQ==",
    number: 1,
    kind: "REFUND",
    state: "RUNNING",
    money: euros("20.00"),
    reason: "late",
    note: "",
    byEmail: "me@aurora.example",
    problem: null,
    askedAt: "2026-03-04T12:00:00+00:00",
    decidedByEmail: "",
    decisionNote: "",
    code: null,
    canDecide: false,
    canRetry: false,
    ...changes,
  };
}

function anOrderDesk(preview: Preview = aPreview(), ...acts: ActFragment[]) {
  const kept = [...acts];
  return {
    ...aDesk("OPEN", [aMessage()], { order: ORDER }),
    OrderActs: () => ({ orderActs: { edges: kept.map((node) => ({ node })), totalCount: kept.length } }),
    OrderActPreview: () => ({ orderActPreview: preview }),
    OrderActCreate: ({ input }: { input: OrderActInput }) => {
      const state = preview.needsApproval ? "NEEDS_APPROVAL" : "RUNNING";
      kept.unshift(anAct({ kind: input.kind, state, money: preview.money }));
      return { orderActCreate: { act: { id: "T3JkZXJBY3Q6MQ==", state }, errors: [] } };
    },
  };
}

test.each([
  ["en", "Refund…", "Amount in EUR", "What happens", "Refund: €20.00", "Being done"],
  ["tr", "Para iadesi…", "Tutar (EUR)", "Ne olacak", "Para iadesi: €20,00", "Yapılıyor"],
])(
  "a refund in %s says first what happens, is asked for once and then shows how far it is",
  async (locale, ...said) => {
    const [begin = "", amount = "", will = "", confirm = "", running = ""] = said;
    const { user, inputsOf } = await openApp(TICKET, anOrderDesk(), locale);
    await user.click(await screen.findByRole("button", { name: begin }));
    await user.type(screen.getByLabelText(new RegExp(amount.replace(/[()]/g, "\\$&"))), "20,00");
    await screen.findByText(will);
    const button = await screen.findByRole("button", { name: confirm });
    await waitFor(() => expect(button.getAttribute("aria-disabled")).toBe("false"));
    await user.dblClick(button);
    await screen.findByText(running);
    const asked = inputsOf("OrderActCreate") as { input: OrderActInput }[];
    expect(asked).toHaveLength(1);
    const input = asked[0]?.input;
    expect(input).toMatchObject({
      kind: "REFUND",
      order: ORDER.id,
      ticket: "VGlja2V0OjE=",
      refund: { amount: "20.00" },
    });
    expect(input?.key).toMatch(/^[0-9a-f]{32}$/);
  },
);

test("a refund that got no answer is asked for again under the same name", async () => {
  const desk = anOrderDesk();
  let lost = true;
  const OrderActCreate = (asked: { input: OrderActInput }) =>
    lost ? { failure: { code: "OFFLINE", requestId: null } } : desk.OrderActCreate(asked);
  const { user, inputsOf } = await openApp(TICKET, { ...desk, OrderActCreate });
  await user.click(await screen.findByRole("button", { name: "Refund…" }));
  await user.type(screen.getByLabelText(/Amount/), "20");
  const button = await screen.findByRole("button", { name: "Refund: €20.00" });
  await waitFor(() => expect(button.getAttribute("aria-disabled")).toBe("false"));
  await user.click(button);
  await screen.findByText("No answer came. Press again: it is done once at most.");
  lost = false;
  await user.click(button);
  await screen.findByText("Being done");
  const [first, second] = inputsOf("OrderActCreate");
  expect(second).toEqual(first);
});

test("what is above the limits goes to a lead, and says why", async () => {
  const preview = aPreview({ needsApproval: true, passed: ["PER_DAY", "PERCENT_OF_ORDER"] });
  const { user, toasts } = await openApp(TICKET, anOrderDesk(preview));
  await user.click(await screen.findByRole("button", { name: "Refund…" }));
  await user.type(screen.getByLabelText(/Amount/), "20");
  const button = await screen.findByRole("button", { name: "Ask a lead for €20.00" });
  expect(pageText()).toContain(
    "Because: more than the group’s sum for a day and more than the group’s share of an order.",
  );
  await waitFor(() => expect(button.getAttribute("aria-disabled")).toBe("false"));
  await user.click(button);
  await screen.findByText("Waits for a lead");
  expect(toasts()).toEqual([["success", "A lead has it now."]]);
});

test("who may not do it is told which permission is lacking, and cannot press", async () => {
  const problems = [{ code: "PERMISSION_MISSING" as const, text: "You lack HANDLE_PAYMENTS.", field: null }];
  const preview = aPreview({ problems, missingPermissions: ["HANDLE_PAYMENTS"], effects: [] });
  const { user, inputsOf } = await openApp(TICKET, anOrderDesk(preview));
  await user.click(await screen.findByRole("button", { name: "Refund…" }));
  await screen.findByText(/^You lack in Saleor: Handle payments\./);
  await user.type(screen.getByLabelText(/Amount/), "20");
  await user.click(screen.getByRole("button", { name: "Refund: €20.00" }));
  expect(inputsOf("OrderActCreate")).toEqual([]);
});

test("that something is not filled in yet is said once somebody means to be done", async () => {
  const problems = [{ code: "REQUIRED" as const, text: "This is needed.", field: "amount" }];
  const { user, inputsOf } = await openApp(TICKET, anOrderDesk(aPreview({ problems, effects: [], money: null })));
  await user.click(await screen.findByRole("button", { name: "Refund…" }));
  const now = await screen.findByRole("button", { name: /^Refund now$/ });
  expect(screen.queryByText("This is needed.")).toBeNull();
  await user.click(now);
  expect((screen.getByLabelText(/Amount/) as HTMLInputElement).validity.valueMissing).toBe(true); // the browser says so
  fireEvent.submit(screen.getByRole("form", { name: "Refund" }));
  await screen.findByText("This is needed.");
  expect(inputsOf("OrderActCreate")).toEqual([]);
});

test("what is in doubt says that Saleor is being asked, and what failed can be tried again", async () => {
  const problem = { code: "NO_PAYMENT_APP" as const, text: "The shop has no app that gives money back." };
  const desk = anOrderDesk(
    aPreview(),
    anAct({ state: "IN_DOUBT" }),
    anAct({ id: "T3JkZXJBY3Q6Mg==", state: "FAILED", problem, canRetry: true }),
  );
  const OrderActRetry = () => ({ orderActRetry: { act: { id: "T3JkZXJBY3Q6Mg==", state: "ASKED" }, errors: [] } });
  const { user, inputsOf } = await openApp(TICKET, { ...desk, OrderActRetry });
  await screen.findByText(/We are asking it what became of this; it is not sent a second time/);
  await screen.findByText("The shop has no app that gives money back.");
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(inputsOf("OrderActRetry")).toEqual([{ id: "T3JkZXJBY3Q6Mg==", language: "en" }]));
});

test("while an act moves, what became of it is asked every few seconds, and then rarely", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  let state: ActFragment["state"] = "RUNNING";
  const desk = anOrderDesk();
  const OrderActs = () => ({ orderActs: { edges: [{ node: anAct({ state }) }], totalCount: 1 } });
  const { inputsOf } = await openApp(TICKET, { ...desk, OrderActs });
  await screen.findByText("Being done");
  state = "DONE";
  await act(() => vi.advanceTimersByTimeAsync(3_500));
  await screen.findByText("Done");
  const asked = inputsOf("OrderActs").length;
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(inputsOf("OrderActs").length).toBeLessThanOrEqual(asked + 1);
  vi.useRealTimers();
});

test("a macro proposes an act, which stands beside the conversation and is not done by itself", async () => {
  const proposes = { kind: "GIFT_CARD", values: '{"amount":"10.00"}' };
  const desk = { ...anOrderDesk(), Macros: () => ({ macros: [aMacro({ state: null, tags: [], proposes })] }) };
  const { user, inputsOf } = await openApp(TICKET, desk);
  await user.type(await screen.findByLabelText("Your reply"), "/{Enter}");
  await screen.findByText("proposes: Gift card");
  await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>("Your reply").value).toContain("on its way"));
  await user.keyboard("{Control>}{Enter}{/Control}");
  const form = within(await screen.findByRole("form", { name: "Gift card" }));
  expect(form.getByLabelText<HTMLInputElement>(/Amount/).value).toBe("10.00");
  expect(inputsOf("OrderActCreate")).toEqual([]);
});

test.each([
  ["VOUCHER", { amount: "5", validDays: "30" }, { voucher: { amount: "5", validDays: 30 } }],
  ["GIFT_CARD", { amount: "5" }, { giftCard: { amount: "5", expiresOn: null } }],
  ["TRACKING", { fulfillment: "F", number: " T1 " }, { tracking: { fulfillment: "F", number: "T1", notify: true } }],
  ["REPLACEMENT", { lines: new Map([["L", 2]]) }, { replacement: { lines: [{ line: "L", quantity: 2 }] } }],
  ["RETURN", { lines: new Map([["L", 1]]) }, { return: { lines: [{ line: "L", quantity: 1 }] } }],
  ["INVOICE", {}, { invoice: { send: true } }],
  ["CANCEL", { amount: "5" }, {}],
] as const)("%s sends what is its own and nothing else's", (kind, part, own) => {
  const input = inputOf({ kind, order: "O", ticket: null, key: "k" }, { ...EMPTY, ...part });
  expect(input).toEqual({ kind, order: "O", ticket: null, key: "k", reason: "", note: "", ...own });
});

test.each([
  ["12,50", "12.50"],
  [" 1 200.5 ", "1200.5"],
  ["", null],
])("an amount that is written as %s is sent as %s", (written, sent) => {
  expect(amountOf(written)).toBe(sent);
});

const WAITING = {
  id: "T3JkZXJBY3Q6MQ==",
  number: 1,
  kind: "REFUND",
  state: "NEEDS_APPROVAL",
  money: euros("80.00"),
  reason: "late",
  note: "She missed the birthday.",
  byEmail: "yaz@aurora.example",
  groups: ["Agents"],
  passed: ["PER_ORDER"],
  askedAt: "2026-03-04T12:00:00+00:00",
  canDecide: true,
  order: { id: "T3JkZXI6MQ==", number: "1042", total: euros("120.00") },
  ticket: { id: "VGlja2V0OjE=", number: 7, subject: "My lamp", customerName: "Ada", customerEmail: "" },
};

test("a lead sees who asks for what and why, and approves with a word", async () => {
  let acts = [WAITING];
  const desk = {
    ...aDesk(),
    ActsWaiting: () => ({ actsWaiting: { edges: acts.map((node) => ({ node })), totalCount: acts.length } }),
    OrderActApprove: () => {
      acts = [];
      return { orderActApprove: { act: { id: WAITING.id, state: "RUNNING" }, errors: [] } };
    },
  };
  const { user, dashboard, inputsOf, toasts } = await openApp("/approvals", desk);
  await screen.findByText("yaz@aurora.example asks: Refund, €80.00");
  for (const fact of ["She missed the birthday.", "Late parcel", "Agents", "more than the group’s sum for an order"]) {
    expect(pageText()).toContain(fact);
  }
  await user.click(screen.getByRole("button", { name: /Order #1042/ }));
  expect(dashboard.deeds).toContainEqual(["open", "/orders/T3JkZXI6MQ%3D%3D"]);
  await user.type(screen.getByLabelText("A word to them"), "Yes, of course");
  await user.click(screen.getByRole("button", { name: "Approve" }));
  await screen.findByText("Nothing waits for you");
  expect(inputsOf("OrderActApprove")).toEqual([{ id: WAITING.id, note: "Yes, of course", language: "en" }]);
  expect(toasts()).toEqual([["success", "Approved: it is being done."]]);
});

test("nobody decides about what they asked for themselves", async () => {
  const ActsWaiting = () => ({ actsWaiting: { edges: [{ node: { ...WAITING, canDecide: false } }], totalCount: 1 } });
  await openApp("/approvals", { ...aDesk(), ActsWaiting });
  await screen.findByText("This is yours: somebody else decides.");
  expect(screen.queryByRole("button", { name: "Approve" })).toBeNull();
});

test("limits are written by group, reason and currency, and an empty bound is none", async () => {
  const limit = { group: "Agents", reason: "", currency: "EUR", percentOfOrder: 20, perOrder: "50.00" };
  const desk = {
    ...aDesk(),
    Authority: () => ({
      authority: {
        limits: [{ ...limit, perDay: null, perCustomer: null }],
        groups: ["Agents"],
        knownGroups: ["Agents", "Leads"],
        isUnbound: false,
      },
    }),
    CompensationReport: () => ({
      compensationReport: [
        { group: "Agents", reason: "late", kind: "REFUND", count: 3, total: euros("60.00"), reopened: 1 },
      ],
    }),
    AuthorityUpdate: () => ({ authorityUpdate: { limits: [], errors: [] } }),
  };
  const { user, inputsOf, toasts } = await openApp("/settings/authority", desk);
  const order = await screen.findByLabelText("For an order");
  const group = screen.getByLabelText("Group in Saleor") as HTMLInputElement;
  expect([...(group.list?.options ?? [])].map(({ value }) => value)).toEqual(["Agents", "Leads"]);
  await user.clear(order);
  await user.type(screen.getByLabelText("In a day"), "200,5");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(toasts()).toEqual([["success", "Saved"]]));
  expect(inputsOf("AuthorityUpdate")).toEqual([
    { limits: [{ ...limit, perOrder: null, perDay: "200.5", perCustomer: null }], language: "en" },
  ]);
  const row = within(await screen.findByRole("row", { name: /Agents/ }));
  for (const cell of ["Late parcel", "Refund", "3", "€60.00", "1"]) row.getByRole("cell", { name: cell });
});

test("a refund that the payment provider has not decided on promises nothing, and cannot be asked for again", async () => {
  const acts = [anAct({ state: "PENDING" })];
  await openApp(TICKET, anOrderDesk(aPreview(), ...acts));
  await screen.findByText("With the provider");
  expect(pageText()).toContain("has not said yet whether it pays");
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
});

test("what a lead decided stands beside the conversation as soon as it is told", async () => {
  const { inputsOf, live } = await openApp(TICKET, anOrderDesk(aPreview(), anAct({ state: "NEEDS_APPROVAL" })));
  await screen.findByText("Waits for a lead");
  const before = inputsOf("OrderActs").length;
  const told = { is: "act", number: 3, kind: "REFUND", by: "lead@aurora.example", ticket: null } as const;
  act(() => live.says({ ...told, became: "APPROVED", order: "T3JkZXI6MQ==", orderNumber: "41" }));
  await waitFor(() => expect(inputsOf("OrderActs").length).toBe(before + 1));
});

test("a gift card is chosen from those of the order, or named by its id", async () => {
  const card = (id: string, ending: string) => ({ id, ending, balance: euros("25.00"), isActive: id !== "R2lmdDoy" });
  const giftCards = [card("R2lmdDox", "AB12"), card("R2lmdDoy", "CD34")];
  const { user, inputsOf } = await openApp(TICKET, anOrderDesk(aPreview({ giftCards, money: null })));
  await user.click(await screen.findByRole("button", { name: "Other acts" }));
  await user.click(screen.getByRole("button", { name: "Send a gift card again…" }));
  const choice = await screen.findByLabelText("Gift card");
  const texts = within(choice)
    .getAllByRole("option")
    .map((option) => option.textContent);
  expect(texts).toEqual(["Choose one", "… AB12, €25.00 left", "… CD34, €25.00 left (inactive)", "Another card"]);
  await user.selectOptions(choice, "R2lmdDox");
  const asked = () => (inputsOf("OrderActPreview").at(-1) as { input: OrderActInput }).input.resend?.giftCard;
  await waitFor(() => expect(asked()).toBe("R2lmdDox"));
  await user.selectOptions(choice, "Another card");
  await user.type(screen.getByLabelText("Id of the gift card in Saleor"), "R2lmdDo5");
  await waitFor(() => expect(asked()).toBe("R2lmdDo5"));
});

test.each([
  ["APPROVED", "success", "lead@aurora.example approved: Refund"],
  ["REJECTED", "warning", "lead@aurora.example did not approve: Refund"],
  ["FAILED", "error", "Not done: Refund"],
  ["DONE", "success", "Paid back: Refund"],
])("an act that became %s is told in Dashboard's corner", async (became, tone, title) => {
  const nothing = () => ({ failure: { code: "OFFLINE", requestId: null } });
  const { live, toasts } = await openApp("/permissions", { Setup: nothing });
  const told = { is: "act", number: 3, kind: "REFUND", by: "lead@aurora.example", ticket: null } as const;
  act(() => {
    live.says({ ...told, became, order: "T3JkZXI6MQ==", orderNumber: "41" });
    live.says({ ...told, became: "SOMETHING_NEW", order: "T3JkZXI6MQ==", orderNumber: "41" });
  });
  expect(toasts()).toEqual([[tone, title, "Order #41 says more."]]);
});
