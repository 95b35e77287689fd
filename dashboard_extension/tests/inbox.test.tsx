import { act, cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { byDay, dayName } from "../src/inbox/byDay";
import { aDesk, aMessage } from "./auroraDesk";
import { openApp, pageText } from "./openApp";

afterEach(cleanup);

const TICKET = "/inbox/VGlja2V0OjE%3D";
const failure = (code: string) => ({ failure: { code, requestId: "r-77" } });

test.each([
  ["en", ["Inbox", "Open", "Order #1042", "Where is my lamp?", "Aurora Customer"]],
  ["tr", ["Gelen kutusu", "Açık", "Sipariş #1042", "Where is my lamp?", "Aurora Customer"]],
])("staff see in %s who waits for an answer", async (locale, facts) => {
  await openApp("/inbox", aDesk(), locale);
  await screen.findByText("My lamp");
  expect(document.documentElement.lang).toBe(locale);
  for (const fact of facts) expect(pageText()).toContain(fact);
});

test("a ticket opens in place, and Dashboard's address says which", async () => {
  const { user, dashboard } = await openApp("/inbox", aDesk());
  await user.click(await screen.findByRole("link", { name: /My lamp/ }));
  await screen.findByRole("heading", { name: "My lamp" });
  expect(dashboard.deeds).toContainEqual(["showPath", TICKET]);
  await waitFor(() => expect(location.pathname).toBe(TICKET));
  expect(location.search).toBe("?id=QXBwOjE%3D");
  expect(screen.getByRole("link", { name: /My lamp/ }).getAttribute("aria-current")).toBe("true");
});

test("a reply is sent by Ctrl+Enter, once, and stands in the conversation", async () => {
  const { user, toasts, inputsOf } = await openApp(TICKET, aDesk());
  await user.type(await screen.findByLabelText("Your reply"), "It leaves today.");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("It leaves today.", { selector: ".bubble" });
  expect(inputsOf("TicketReply")).toEqual([
    { input: { id: "VGlja2V0OjE=", text: "It leaves today.", key: expect.stringMatching(/^[0-9a-f]{32}$/) } },
  ]);
  expect(toasts()).toEqual([["success", "Sent to the shopper"]]);
  expect(screen.getByLabelText<HTMLTextAreaElement>("Your reply").value).toBe("");
});

test("a reply that could not be sent stays, is explained, and goes out under the same name", async () => {
  const desk = aDesk();
  let lost = true;
  const TicketReply = (variables: { input: { text: string } }) =>
    lost ? failure("OFFLINE") : desk.TicketReply(variables);
  const { user, toasts, inputsOf } = await openApp(TICKET, { ...desk, TicketReply });
  await user.type(await screen.findByLabelText("Your reply"), "Sorry!");
  await user.click(screen.getByRole("button", { name: "Send" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Your text is still here.");
  expect(toasts()[0]?.[0]).toBe("error");
  lost = false;
  await user.click(screen.getByRole("button", { name: "Send" }));
  await screen.findByText("Sorry!", { selector: ".bubble" });
  const [first, second] = inputsOf("TicketReply");
  expect(second).toEqual(first);
});

test.each([
  ["en", "Send", "Write something first."],
  ["tr", "Gönder", "Önce bir şey yazın."],
])("an empty reply in %s is not sent and says why", async (locale, send, why) => {
  const { user, inputsOf } = await openApp(TICKET, aDesk(), locale);
  await user.click(await screen.findByRole("button", { name: send }));
  expect(screen.getByRole("alert").textContent).toBe(why);
  expect(inputsOf("TicketReply")).toEqual([]);
});

test("a fault that the server names stands beside the reply", async () => {
  const refused = { ticketReply: { ticket: null, errors: [{ field: "text", message: "no", code: "TOO_LONG" }] } };
  const { user } = await openApp(TICKET, { ...aDesk(), TicketReply: () => refused });
  await user.type(await screen.findByLabelText("Your reply"), "x");
  await user.click(screen.getByRole("button", { name: "Send" }));
  expect((await screen.findByRole("alert")).textContent).toBe("This is too long.");
});

test("a closed ticket can be undone from the same place", async () => {
  const { user } = await openApp(TICKET, aDesk());
  await user.click(await screen.findByRole("button", { name: "Close ticket" }));
  await screen.findByText("Ticket #7 is closed.");
  await screen.findByRole("button", { name: "Reopen" });
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await screen.findByRole("button", { name: "Close ticket" });
  expect(pageText()).not.toContain("is closed.");
});

test("no ticket ever, none that waits and none that matches are told apart", async () => {
  const nobody = {
    Tickets: () => ({ tickets: { edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 } }),
  };
  const { user } = await openApp("/inbox", nobody);
  await screen.findByText("All caught up");
  await user.click(screen.getByLabelText("Waiting"));
  await screen.findByText("No ticket matches");
  await user.click(screen.getByRole("button", { name: "Show all tickets" }));
  await screen.findByText("No tickets yet");
  expect(screen.getByRole("link", { name: "Go to setup" }).getAttribute("href")).toBe("/");
});

test("the search asks when the typing stops, not for each key", async () => {
  const { user, inputsOf } = await openApp("/inbox", aDesk());
  await user.type(screen.getByRole("textbox", { name: "Search" }), "lamp");
  await waitFor(() => expect(inputsOf("Tickets").at(-1)).toMatchObject({ search: "lamp" }));
  expect(inputsOf("Tickets").length).toBeLessThanOrEqual(3);
});

test.each([
  ["en", "You do not have permission to see this page", "“Manage orders”"],
  ["tr", "Bu sayfayı görme izniniz yok", "“Siparişleri yönet” (Manage orders)"],
])("staff who may not manage orders read in %s why the inbox is closed to them", async (locale, what, permission) => {
  await openApp("/inbox", { Tickets: () => failure("PERMISSION_DENIED") }, locale);
  await screen.findByText(what);
  expect(pageText()).toContain(permission);
  expect(pageText()).not.toContain("r-77");
});

test("a list that cannot be loaded says why and can be tried again", async () => {
  let down = true;
  const desk = aDesk();
  const { user } = await openApp("/inbox", {
    ...desk,
    Tickets: (asked) => (down ? failure("UNAVAILABLE") : desk.Tickets(asked)),
  });
  await screen.findByText("This could not be loaded");
  expect(pageText()).toContain("r-77");
  down = false;
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByText("My lamp");
});

test("a ticket that is not there is explained", async () => {
  await openApp("/inbox/VGlja2V0Ojk5", aDesk());
  await screen.findByText("There is no such ticket");
});

test.each([
  ["en", "Address not confirmed: do not tell what only its owner may know.", "Not confirmed"],
  ["tr", "Adres doğrulanmadı: yalnızca sahibinin bilebileceği bir şey yazmayın.", "Doğrulanmadı"],
])("staff are warned in %s before they answer an address that anybody may have typed", async (locale, doubt, pill) => {
  await openApp(TICKET, aDesk("OPEN", [aMessage()], { emailConfirmedAt: null }), locale);
  expect((await screen.findByText(doubt)).closest("form")).not.toBeNull();
  screen.getByText(pill);
  cleanup();
  await openApp(TICKET, aDesk(), locale);
  await screen.findByRole("heading", { name: "My lamp" });
  expect(pageText()).not.toContain(doubt);
});

test("the shopper's language is named in the reader's", async () => {
  await openApp(TICKET, aDesk("OPEN", [aMessage()], { language: "en" }), "tr");
  await screen.findByText("İngilizce");
});

test("what happened is said between the messages, in words", async () => {
  const said = [
    aMessage(),
    aMessage({ id: "m2", author: "SYSTEM", authorName: "staff@aurora.example", event: "CLOSED", text: "" }),
    aMessage({ id: "m3", author: "SYSTEM", authorName: "", event: "ORDER_NOT_FOUND", text: "9999" }),
  ];
  await openApp(TICKET, aDesk("OPEN", said), "tr");
  await screen.findByText(/staff@aurora.example talebi kapattı/);
  expect(pageText()).toContain("9999 numaralı siparişi belirtti");
});

test("somebody without a sign-in learns it, and one who opens the page by itself too", async () => {
  const { dashboard } = await openApp("/inbox", aDesk());
  act(() => dashboard.says({ session: { kind: "refused" } }));
  expect(pageText()).toContain("Dashboard has not handed us a sign-in for you.");
  expect(pageText()).not.toContain("Aurora Customer");
});

test("messages are grouped by the reader's days", () => {
  const noon = new Date(2026, 2, 4, 12).getTime();
  const at = (hours: number) => aMessage({ at: new Date(noon + hours * 3_600_000).toISOString() });
  expect(byDay([at(-30), at(-1), at(0)]).map(({ items }) => items.length)).toEqual([1, 2]);
  const words = { today: "Today", yesterday: "Yesterday" };
  expect(dayName(at(-1).at, noon, "en", words)).toBe("Today");
  expect(dayName(at(-30).at, noon, "en", words)).toBe("Yesterday");
  expect(dayName(at(-60).at, noon, "en", words)).toBe("Monday, March 2, 2026");
});
