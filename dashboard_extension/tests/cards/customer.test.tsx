import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { CustomerFrame } from "../../src/customer/CustomerFrame";
import { HomeFrame } from "../../src/home/HomeFrame";
import { aDashboard, aStaffApi } from "../aDashboard";
import { pageText } from "../pageText";

afterEach(cleanup);

type Play = Parameters<typeof aStaffApi>[0];

const CUSTOMER = {
  name: "Ada",
  email: "ada@aurora.example",
  ordersCount: 12,
  spent: [{ amount: "1290.00", currency: "EUR" }],
  openTickets: 2,
  lastStars: 5,
  lastScore: { score: 2, scale: 5 },
  owned: [
    { productName: "Linen shirt", variantName: "M", pieces: 3, times: 2 },
    { productName: "Desk lamp", variantName: "", pieces: 1, times: 1 },
  ],
  orders: [
    {
      id: "T3JkZXI6MQ==",
      number: "1042",
      created: "2026-03-04T12:00:00+00:00",
      status: "FULFILLED",
      total: { amount: "129.00", currency: "EUR" },
    },
  ],
  tickets: [
    {
      id: "t7",
      number: 7,
      state: "OPEN",
      subject: "The lamp is broken",
      priority: "NORMAL",
      boosts: [],
      updatedAt: "2026-03-04T12:00:00+00:00",
      clock: null,
    },
  ],
};

function open(play: Play, locale = "en") {
  const dashboard = aDashboard({ locale, session: { kind: "open", token: "t" } });
  const api = aStaffApi(play);
  render(<CustomerFrame dashboard={dashboard} customerId="VXNlcjox" ask={api.ask} />);
  return { dashboard, asked: api.asked, user: userEvent.setup() };
}

test.each([
  [
    "en",
    "12 orders",
    "2 open tickets",
    "Last survey 2 of 5",
    "Last review 5 of 5",
    "Linen shirtM3 pieces, in 2 orders",
  ],
  ["tr", "12 sipariş", "2 açık talep", "Son anket 2/5", "Son değerlendirme 5/5", "Linen shirtM3 adet, 2 siparişte"],
])("a customer's card says in %s what they are worth and how they feel", async (locale, ...words) => {
  const { asked } = open({ CustomerCard: () => ({ customer: CUSTOMER }) }, locale);
  await screen.findByText(/1042/);
  for (const one of words) expect(pageText()).toContain(one);
  expect(asked).toEqual([["CustomerCard", { id: "VXNlcjox" }]]);
});

test("their tickets open in the inbox and their orders in Dashboard", async () => {
  const { dashboard, user } = open({ CustomerCard: () => ({ customer: CUSTOMER }) });
  await user.click(await screen.findByRole("button", { name: /The lamp is broken/ }));
  await user.click(screen.getByRole("button", { name: "Order #1042" }));
  expect(dashboard.deeds).toEqual([
    ["openOurs", "/inbox/t7"],
    ["open", "/orders/T3JkZXI6MQ%3D%3D"],
  ]);
});

test("somebody who never bought or wrote is said to be so", async () => {
  open({ CustomerCard: () => ({ customer: null }) });
  await screen.findByText("Nobody has bought or written with this account yet.");
});

test("who may not see orders is told so", async () => {
  open({ CustomerCard: () => ({ failure: { code: "PERMISSION_DENIED", requestId: null } }) });
  await screen.findByText("You may not see this card");
});

const COUNTS = { mine: 3, breached: 1, amber: 0, waitingChats: 0 };

test("Dashboard's first page says what waits, and leads there", async () => {
  const dashboard = aDashboard({ session: { kind: "open", token: "t" } });
  const play: Play = {
    Setup: () => ({ failure: { code: "PERMISSION_DENIED", requestId: null } }),
    HomeQueue: () => ({ ticketCounts: COUNTS, actsWaiting: { totalCount: 2 } }),
    HomeStuck: () => ({ failure: { code: "PERMISSION_DENIED", requestId: null } }),
  };
  render(<HomeFrame dashboard={dashboard} ask={aStaffApi(play).ask} />);
  await screen.findByRole("button", { name: "1 is past its time" });
  expect(pageText()).toContain("3 tickets are yours");
  expect(pageText()).not.toContain("nearly due");
  expect(pageText()).not.toContain("Setup is for");
  await userEvent.setup().click(screen.getByRole("button", { name: "2 acts wait for your approval" }));
  expect(dashboard.deeds).toEqual([["openOurs", "/approvals"]]);
});
