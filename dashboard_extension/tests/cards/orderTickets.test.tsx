import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import type { Ask } from "../../src/api/ask";
import { Delivered } from "../../src/order/tickets/Delivered";
import { OrderTickets } from "../../src/order/tickets/OrderTickets";
import { askInSession } from "../../src/popup/askInSession";
import { StaffContext } from "../../src/staff/StaffContext";
import { languageOf } from "../../src/words/language";
import { LanguageContext } from "../../src/words/useLanguage";
import { aDashboard, aStaffApi } from "../aDashboard";
import { aShipment } from "../aurora";
import { aMessage } from "../auroraInbox";
import { pageText } from "../pageText";

afterEach(cleanup);

const aTicket = (number: number) => ({
  id: `t${number}`,
  number,
  state: "OPEN",
  subject: `Subject ${number}`,
  priority: "NORMAL",
  boosts: [],
  clock: null,
  emailConfirmedAt: "2026-03-04T13:00:00+00:00",
  replyWay: { kind: "MAIL", until: null },
  updatedAt: "2026-03-04T12:00:00+00:00",
  lastMessage: aMessage(),
});
const showing = (...tickets: unknown[]) => ({
  OrderTickets: () => ({ order: { number: "1042", customerEmail: "customer@aurora.example", buyer: null, tickets } }),
});

type Play = Parameters<typeof aStaffApi>[0];

function open(play: Play, part = <OrderTickets orderId="T3JkZXI6MQ==" />, locale = "en", popups = false) {
  const dashboard = aDashboard({ locale }, popups);
  const api = aStaffApi(play);
  render(
    <LanguageContext.Provider value={languageOf(locale)}>
      <StaffContext.Provider value={{ ask: api.ask, dashboard }}>{part}</StaffContext.Provider>
    </LanguageContext.Provider>,
  );
  return { dashboard, asked: api.asked, user: userEvent.setup() };
}

test.each([
  ["en", "Open", "Nobody has written about this order.", "New ticket"],
  ["tr", "Açık", "Bu sipariş için yazan olmadı.", "Yeni talep"],
])("the order's tickets are shown in %s with what was said last", async (locale, state, none, add) => {
  open(showing(aTicket(7)), undefined, locale);
  await screen.findByText("Subject 7");
  expect(pageText()).toContain(state);
  expect(pageText()).toContain("Where is my lamp?");
  cleanup();
  open(showing(), undefined, locale);
  await screen.findByText(none);
  expect(screen.getByRole("button", { name: add })).toBeTruthy();
});

test("an answer to an address that nobody confirmed is written under a warning", async () => {
  const { user } = open(showing({ ...aTicket(7), emailConfirmedAt: null }));
  await user.click(await screen.findByRole("button", { name: /^Reply/ }));
  expect(pageText()).toContain("Address not confirmed: do not tell what only its owner may know.");
});

test("three are shown, the others are in the inbox", async () => {
  const { user, dashboard } = open(showing(aTicket(5), aTicket(4), aTicket(3), aTicket(2), aTicket(1)));
  await user.click(await screen.findByRole("button", { name: "2 more in the inbox" }));
  expect(dashboard.deeds).toEqual([["openOurs", "/inbox"]]);
  expect(screen.getAllByRole("listitem")).toHaveLength(3);
});

test("a ticket is answered beside its order", async () => {
  const TicketReply = () => ({ ticketReply: { ticket: { id: "t7", state: "WAITING" }, errors: [] } });
  const { user, asked, dashboard } = open({ ...showing(aTicket(7)), TicketReply });
  await user.click(await screen.findByRole("button", { name: /^Reply.*Subject 7$/ }));
  await user.type(screen.getByLabelText("Your reply"), "Today.{Control>}{Enter}{/Control}");
  await screen.findByText("Sent to the shopper");
  expect(asked).toContainEqual(["TicketReply", { input: { id: "t7", text: "Today.", key: expect.any(String) } }]);
  expect(dashboard.deeds).toEqual([["toast", "success", "Sent to the shopper"]]);
  expect(screen.queryByLabelText("Your reply")).toBeNull();
});

test("a conversation and a new ticket open over the page where Dashboard has popups of ours", async () => {
  const { user, dashboard } = open(showing(aTicket(7)), undefined, "en", true);
  await user.click(await screen.findByRole("button", { name: /^Open the conversation/ }));
  await user.click(screen.getByRole("button", { name: "New ticket" }));
  expect(dashboard.deeds).toEqual([
    ["openPopup", "support-popup", { view: "ticket", ticketId: "t7" }],
    ["openPopup", "support-popup", { view: "new", orderId: "T3JkZXI6MQ==" }],
  ]);
  expect(screen.queryByLabelText("Subject")).toBeNull();
});

test("where it has none, the inbox opens", async () => {
  const { user, dashboard } = open(showing(aTicket(7)));
  await user.click(await screen.findByRole("button", { name: /^Open the conversation/ }));
  expect(dashboard.deeds.at(-1)).toEqual(["openOurs", "/inbox/t7"]);
});

test("what the buyer is worth and how they feel stands above", async () => {
  const buyer = {
    ordersCount: 3,
    spent: [{ amount: "129.90", currency: "EUR" }],
    openTickets: 1,
    lastStars: null,
    lastScore: { score: 10, scale: 10 },
  };
  open({ OrderTickets: () => ({ order: { ...showing(aTicket(7)).OrderTickets().order, buyer } }) });
  await screen.findByText(/3 orders/);
  expect(pageText()).toContain("€129.90");
  expect(pageText()).toContain("Last survey 10 of 10");
});

test("staff write first, and what is missing is named beside its field", async () => {
  let errors = [{ field: "subject", message: "no", code: "REQUIRED" }];
  const TicketCreate = () => ({ ticketCreate: { ticket: errors.length > 0 ? null : { id: "t8", number: 8 }, errors } });
  const { user, asked } = open({ ...showing(), TicketCreate });
  await user.click(await screen.findByRole("button", { name: "New ticket" }));
  expect(document.activeElement).toBe(screen.getByLabelText("Subject"));
  await user.type(screen.getByLabelText("Subject"), "Your lamp");
  await user.type(screen.getByLabelText("Your message"), "It broke here.{Control>}{Enter}{/Control}");
  expect((await screen.findByRole("alert")).textContent).toBe("Write something first.");
  errors = [];
  await user.click(screen.getByRole("button", { name: "Send" }));
  await screen.findByText("Ticket #8 is open.");
  const input = { orderId: "T3JkZXI6MQ==", subject: "Your lamp", text: "It broke here.", key: expect.any(String) };
  expect(asked).toContainEqual(["TicketCreate", { input }]);
});

test("tickets that cannot be loaded leave the order alone, and can be tried again", async () => {
  let down = true;
  const found = showing(aTicket(7)).OrderTickets();
  const { user } = open({
    OrderTickets: () => (down ? { failure: { code: "UNAVAILABLE", requestId: "r-1" } } : found),
  });
  await screen.findByText(/The tickets could not be loaded/);
  down = false;
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByText("Subject 7");
});

test("what a popup over the order changes is asked for at once, and what it only reads is not", async () => {
  const tickets = [aTicket(7)];
  const { asked } = open({ OrderTickets: () => showing(...tickets).OrderTickets() });
  await screen.findByText("Subject 7");
  const over = askInSession(aDashboard({ session: { kind: "open", token: "t" } }), (async () => ({
    data: {},
  })) as unknown as Ask);
  tickets.push(aTicket(8));
  await over({ operationName: "Q", query: "query Q { shop }" }, {});
  await new Promise((settled) => setTimeout(settled, 400));
  expect(asked.length).toBe(1);
  await over({ operationName: "M", query: "mutation M { act }" }, {});
  await screen.findByText("Subject 8");
});

test("a parcel is marked as delivered, and one that is says when", async () => {
  let marked = 0;
  const FulfillmentMarkDelivered = () => ({ fulfillmentMarkDelivered: { fulfillment: null, errors: [] } });
  const part = <Delivered shipment={aShipment()} onDelivered={() => (marked += 1)} />;
  const { user } = open({ FulfillmentMarkDelivered }, part);
  await user.click(screen.getByRole("button", { name: "Mark as delivered" }));
  expect(marked).toBe(1);
  cleanup();
  const arrived = aShipment({ deliveredAt: "2026-03-04T12:00:00+00:00" });
  open({}, <Delivered shipment={arrived} onDelivered={() => undefined} />, "tr");
  expect(pageText()).toContain("Teslim edildi: 4 Mar 2026");
});

test("a parcel that cannot be marked says why", async () => {
  const refused = {
    fulfillmentMarkDelivered: { fulfillment: null, errors: [{ field: "id", message: "Not here.", code: "NOT_FOUND" }] },
  };
  const part = <Delivered shipment={aShipment()} onDelivered={() => undefined} />;
  const { user, dashboard } = open({ FulfillmentMarkDelivered: () => refused }, part);
  await user.click(screen.getByRole("button", { name: "Mark as delivered" }));
  expect(dashboard.deeds).toEqual([["toast", "error", "This could not be marked as delivered", "Not here."]]);
});
