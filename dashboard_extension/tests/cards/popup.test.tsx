import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { Ask } from "../../src/api/ask";
import { askInSession } from "../../src/popup/askInSession";
import { PopupFrame } from "../../src/popup/PopupFrame";
import { popupParams } from "../../src/popup/popupParams";
import { type View, viewOf } from "../../src/popup/viewOf";
import { aDashboard, aStaffApi } from "../aDashboard";
import { aPhotoDoor, aPicture } from "../aPhotoDoor";
import { pageText } from "../pageText";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(Element.prototype, "scrollIntoView"); // jsdom has none
});

type Play = Parameters<typeof aStaffApi>[0];

const TICKET = {
  id: "t7",
  number: 7,
  state: "OPEN",
  subject: "The lamp is broken",
  priority: "HIGH",
  boosts: [],
  clock: null,
  customerName: "Ada",
  customerEmail: "ada@aurora.example",
  emailConfirmedAt: "2026-03-04T12:00:00+00:00",
  replyWay: { kind: "MAIL", until: null },
};
const said = (id: string, text: string, changes: object = {}) => ({
  node: {
    id,
    author: "SHOPPER",
    authorName: "Ada",
    event: null,
    text,
    card: null,
    at: "2026-03-04T12:00:00+00:00",
    ...changes,
  },
});
const page = (edges: unknown[], endCursor: string | null = null) => ({
  edges,
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
  totalCount: edges.length,
});
const aThread = () => ({ ticket: { ...TICKET, messages: page([said("m1", "It came in two pieces.")]) } });
const ORDER = {
  number: "1042",
  channel: "default-channel",
  lines: {
    edges: [
      { node: { id: "l1", productName: "Lamp", variantName: "Blue", quantity: 3 } },
      { node: { id: "l2", productName: "Bulb", variantName: "Bulb", quantity: 1 } },
    ],
  },
};
const aForm: Play = {
  PopupOrder: () => ({ order: ORDER }),
  PopupReasons: () => ({ ticketReasons: [{ slug: "broken", name: { en: "It is broken", tr: "Bozuk" } }] }),
};

function open(play: Play, view: View, locale = "en") {
  const dashboard = aDashboard({ locale, session: { kind: "open", token: "t" } });
  const api = aStaffApi(play);
  render(<PopupFrame dashboard={dashboard} ask={api.ask} view={view} />);
  return { dashboard, asked: api.asked, user: userEvent.setup() };
}

const ticket: View = { kind: "ticket", ticketId: "t7" };
const order: View = { kind: "new", orderId: "T3JkZXI6MQ==" };

test("the first question swaps Dashboard's only token for a session, once", async () => {
  const dashboard = aDashboard({ session: { kind: "open", token: "dashboard's" } });
  const tokens: [string, string][] = [];
  const ask = (async ({ operationName }: { operationName: string }, _variables: unknown, token: string) => {
    tokens.push([operationName, token]);
    return { data: { staffSessionCreate: { session: { token: "s1.own" } } } };
  }) as unknown as Ask;
  const asking = askInSession(dashboard, ask);
  const question = { operationName: "Q", query: "" };
  await Promise.all([asking(question, {}), asking(question, {})]);
  dashboard.opens("another"); // says nothing to a session that goes on
  await asking(question, {});
  expect(tokens).toEqual([
    ["StaffSessionCreate", "dashboard's"],
    ["Q", "s1.own"],
    ["Q", "s1.own"],
    ["Q", "s1.own"],
  ]);
});

test("without a session the token that there is does, and the next question tries again", async () => {
  const dashboard = aDashboard({ session: { kind: "open", token: "dashboard's" } });
  const tokens: string[] = [];
  let up = false;
  const ask = (async ({ operationName }: { operationName: string }, _variables: unknown, token: string) => {
    tokens.push(`${operationName} ${token}`);
    if (operationName === "Q") return { data: {} };
    return up
      ? { data: { staffSessionCreate: { session: { token: "s1.own" } } } }
      : { failure: { code: "OFFLINE", requestId: null } };
  }) as unknown as Ask;
  const asking = askInSession(dashboard, ask);
  await asking({ operationName: "Q", query: "" }, {});
  up = true;
  await asking({ operationName: "Q", query: "" }, {});
  expect(tokens).toEqual([
    "StaffSessionCreate dashboard's",
    "Q dashboard's",
    "StaffSessionCreate dashboard's",
    "Q s1.own",
  ]);
});

test.each([
  [{ view: "ticket", ticketId: "t7" }, null, ticket],
  [{ view: "new", orderId: "T3JkZXI6MQ==" }, null, order],
  [{}, "T3JkZXI6MQ==", order],
  [{ view: "ticket" }, null, { kind: "nothing" }],
  [{}, null, { kind: "nothing" }],
])("a popup opened with %j on %s shows %j", (params, pageOrder, view) => {
  expect(viewOf(params as Record<string, string>, pageOrder)).toEqual(view);
});

test.each(["", "not base64", btoa("not json"), btoa("null"), btoa("7"), btoa('{"view": 1}')])(
  "parameters that are %j are none",
  (given) => {
    expect(popupParams(`https://x.example/?appParams=${encodeURIComponent(given)}`)).toEqual({});
  },
);

test("what a card hands over comes back as it was", () => {
  const bytes = new TextEncoder().encode('{"view":"ticket","ticketId":"İzmir"}');
  const given = btoa(String.fromCharCode(...bytes));
  const read = popupParams(`https://x.example/?appParams=${encodeURIComponent(given)}`);
  expect(read).toEqual({ view: "ticket", ticketId: "İzmir" });
});

test("words from the shop's list are covered until they are asked for", async () => {
  const covered = page([said("m1", "You nettle!", { card: '{"kind": "words"}' })]);
  const { user } = open({ PopupTicket: () => ({ ticket: { ...TICKET, messages: covered } }) }, ticket);
  await screen.findByText("A message with words from your list");
  expect(screen.queryByText("You nettle!")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Show it" }));
  expect(screen.getByText("You nettle!")).toBeTruthy();
});

test("the whole conversation is read, however many pages it has", async () => {
  const first = page([said("m1", "One")], "c1");
  const second = page([said("m2", "Two", { author: "STAFF", authorName: "Deniz" })]);
  const { asked } = open(
    {
      PopupTicket: (({ after }: { after: string | null }) => ({
        ticket: { ...TICKET, messages: after === null ? first : second },
      })) as never,
    },
    ticket,
  );
  await screen.findByText("Two");
  expect(pageText()).toContain("One");
  expect(asked.map(([name]) => name)).toEqual(["PopupTicket", "PopupTicket"]);
});

test("an answer goes out, and Dashboard's page is told to look again", async () => {
  const TicketReply = () => ({ ticketReply: { ticket: { id: "t7", state: "WAITING" }, errors: [] } });
  const { asked, dashboard, user } = open({ PopupTicket: aThread, TicketReply }, ticket);
  await user.type(await screen.findByLabelText("Your reply"), "A new one is on its way.");
  await user.click(screen.getByRole("button", { name: "Send" }));
  await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>("Your reply").value).toBe(""));
  const input = { id: "t7", text: "A new one is on its way.", key: expect.any(String) };
  expect(asked).toContainEqual(["TicketReply", { input }]);
  expect(dashboard.deeds).toContainEqual(["refreshEntity"]);
});

test("the conversation is still there after an answer, in browsers that scroll with a promise", async () => {
  const scrolled = vi.fn(async () => undefined);
  Element.prototype.scrollIntoView = scrolled;
  const TicketReply = () => ({ ticketReply: { ticket: { id: "t7", state: "WAITING" }, errors: [] } });
  const thread = vi.fn(aThread);
  const { user } = open({ PopupTicket: thread, TicketReply }, ticket);
  const box = await screen.findByLabelText("Your reply");
  thread.mockReturnValue({
    ticket: { ...TICKET, messages: page([said("m1", "It came in two pieces."), said("m2", "A new one comes.")]) },
  });
  await user.type(box, "A new one comes.");
  await user.click(screen.getByRole("button", { name: "Send" }));
  await waitFor(() => expect(scrolled).toHaveBeenCalledTimes(2));
  expect(pageText()).toContain("It came in two pieces.");
});

test("a new ticket takes the lines that were ticked, and their reason", async () => {
  const { asked, dashboard, user } = open(
    {
      ...aForm,
      TicketCreate: () => ({ ticketCreate: { ticket: { id: "t8", number: 8 }, errors: [] } }),
      PopupTicketLines: () => ({ ticketUpdate: { ticket: { id: "t8" }, errors: [] } }),
    },
    order,
  );
  await user.click(await screen.findByRole("checkbox", { name: "Lamp · Blue" }));
  await user.selectOptions(screen.getByLabelText("How many of Lamp · Blue"), "2");
  await user.selectOptions(await screen.findByLabelText("Reason"), "broken");
  await user.type(screen.getByLabelText("Subject"), "Your lamp");
  await user.type(screen.getByLabelText("Your message"), "We saw it.");
  await user.click(screen.getByRole("button", { name: "Send" }));
  const input = { lines: [{ orderLineId: "l1", quantity: 2 }], reason: "broken" };
  expect(asked).toContainEqual(["PopupTicketLines", { id: "t8", input }]);
  expect(dashboard.deeds).toEqual([["toast", "success", "Ticket #8 is open."], ["refreshEntity"], ["closePopup"]]);
});

test("a ticket whose lines were not kept says so", async () => {
  const refused = { ticketUpdate: { ticket: null, errors: [{ field: "lines", message: "no", code: "INVALID" }] } };
  const { dashboard, user } = open(
    {
      ...aForm,
      TicketCreate: () => ({ ticketCreate: { ticket: { id: "t8", number: 8 }, errors: [] } }),
      PopupTicketLines: () => refused,
    },
    order,
  );
  await user.click(await screen.findByRole("checkbox", { name: "Bulb" }));
  await user.type(screen.getByLabelText("Subject"), "Your bulb");
  await user.type(screen.getByLabelText("Your message"), "We saw it.");
  await user.click(screen.getByRole("button", { name: "Send" }));
  expect(dashboard.deeds[0]).toEqual(["toast", "warning", "The ticket is open, but its lines were not kept."]);
});

test.each([
  ["en", "This popup was open for too long"],
  ["tr", "Bu pencere çok uzun süre açık kaldı"],
])("a session that is over says in %s what to do", async (locale, words) => {
  open({ PopupTicket: () => ({ failure: { code: "UNAUTHENTICATED", requestId: null } }) }, ticket, locale);
  await screen.findByText(words);
});

test("a ticket that is not theirs to see is not here", async () => {
  open({ PopupTicket: () => ({ ticket: null }) }, ticket);
  await screen.findByText("This is not here any more");
});

test("who may not see orders is told so, from an empty token", async () => {
  const dashboard = aDashboard({ session: { kind: "refused" } });
  render(<PopupFrame dashboard={dashboard} ask={aStaffApi({}).ask} view={ticket} />);
  expect(pageText()).toContain("You do not have permission");
});

test("photos are seen in the popup, and sent from it without words", async () => {
  aPhotoDoor();
  const card = { kind: "photos", photos: [{ id: "f9", url: "https://x.example/f/f9", alt: "The cracked shade" }] };
  const { user, asked } = open(
    {
      PopupTicket: () => ({ ticket: { ...TICKET, messages: page([said("m1", "", { card: JSON.stringify(card) })]) } }),
      PhotoPermit: () => ({ ticket: { photoPermit: "permit" } }),
      TicketReply: () => ({ ticketReply: { ticket: { id: "t7", state: "WAITING" }, errors: [] } }),
    },
    ticket,
  );
  await screen.findByRole("img", { name: "The cracked shade" });
  await user.upload(await screen.findByLabelText("Add photos"), aPicture());
  await screen.findByRole("img", { name: "lamp.jpg" });
  await user.click(screen.getByRole("button", { name: "Send" }));
  await waitFor(() => expect(screen.queryByRole("img", { name: "lamp.jpg" })).toBeNull());
  const input = { id: "t7", text: "", key: expect.any(String), photos: [{ file: "f1", alt: "" }] };
  expect(asked).toContainEqual(["TicketReply", { input }]);
});
