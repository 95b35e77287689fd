import { act, cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { byDay, dayName } from "../src/inbox/byDay";
import { aDesk, aMessage, aSaid, CHAT } from "./auroraInbox";
import { openApp } from "./openApp";
import { pageText } from "./pageText";

afterEach(cleanup);

const TICKET = "/inbox/VGlja2V0OjE%3D";
const failure = (code: string) => ({ failure: { code, requestId: "r-77" } });

test.each([
  ["en", ["Inbox", "Mine", "Open", "Order #1042", "Where is my lamp?", "Aurora Customer"]],
  ["tr", ["Gelen kutusu", "Benim", "Açık", "Sipariş #1042", "Where is my lamp?", "Aurora Customer"]],
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

test("a reply can be taken back for a moment, and stands where it was written", async () => {
  const { user, inputsOf } = await openApp(TICKET, aDesk(), "en", 60_000);
  await user.type(await screen.findByLabelText("Your reply"), "Oops{Control>}{Enter}{/Control}");
  await screen.findByText("Goes out by e-mail in a moment");
  await user.click(screen.getByRole("button", { name: "Take back" }));
  expect(screen.getByLabelText<HTMLTextAreaElement>("Your reply").value).toBe("Oops");
  expect(inputsOf("TicketReply")).toEqual([]);
});

test("a reply that waits to be taken back goes out when the page is left", async () => {
  const { user, inputsOf } = await openApp(TICKET, aDesk(), "en", 60_000);
  await user.type(await screen.findByLabelText("Your reply"), "Bye{Control>}{Enter}{/Control}");
  await screen.findByText("Goes out by e-mail in a moment");
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  document.dispatchEvent(new Event("visibilitychange"));
  await waitFor(() => expect(inputsOf("TicketReply")).toHaveLength(1));
});

test("a reply that could not be sent stays, is explained, and goes out under the same name", async () => {
  const desk = aDesk();
  let lost = true;
  const TicketReply = (variables: { input: { text: string } }) =>
    lost ? failure("OFFLINE") : desk.TicketReply(variables);
  const { user, inputsOf } = await openApp(TICKET, { ...desk, TicketReply });
  await user.type(await screen.findByLabelText("Your reply"), "Sorry!");
  await user.click(screen.getByRole("button", { name: "Send" }));
  await screen.findByText(/Your text is still here/);
  lost = false;
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByText("Sorry!", { selector: ".message .bubble" });
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
  await screen.findByText("This is too long.");
});

test("a note is for staff alone: it is no answer, and looks like none", async () => {
  const { user, inputsOf } = await openApp(TICKET, aDesk());
  await user.click(await screen.findByLabelText("Note"));
  await user.type(screen.getByLabelText("Note for colleagues"), "Ask the warehouse{Control>}{Enter}{/Control}");
  const note = await screen.findByText("Ask the warehouse", { selector: ".bubble" });
  expect(note.closest("li")?.className).toContain("note");
  expect(note.closest("li")?.textContent).toContain("Note, only for staff");
  expect(inputsOf("TicketReply")).toEqual([]);
});

test("a draft and a note begun are kept apart, and come back with their conversation", async () => {
  const { user, way } = await openApp(TICKET, aDesk());
  await user.type(await screen.findByLabelText("Your reply"), "Dear");
  await user.click(screen.getByLabelText("Note"));
  expect(screen.getByLabelText<HTMLTextAreaElement>("Note for colleagues").value).toBe("");
  act(() => way.go("/inbox"));
  act(() => way.go(TICKET));
  expect((await screen.findByLabelText<HTMLTextAreaElement>("Your reply")).value).toBe("Dear");
  await user.clear(screen.getByLabelText("Your reply"));
});

test("a macro is found by /, filled in, and does the rest once the answer is sent", async () => {
  const { user, inputsOf } = await openApp(TICKET, aDesk());
  const reply = await screen.findByLabelText<HTMLTextAreaElement>("Your reply");
  await user.type(reply, "/WHERE");
  await screen.findByRole("option", { name: /Where it is/ });
  await user.keyboard("{Enter}");
  await waitFor(() => expect(reply.value).toBe("Hello Aurora Customer, it is on its way."));
  expect(pageText()).toContain("Sending also:tag deliverycloses itmakes it yours");
  expect(inputsOf("TicketsUpdate")).toEqual([]);
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByRole("button", { name: "Reopen" });
  const input = { addTags: ["delivery"], state: "CLOSED", assignToMe: true };
  expect(inputsOf("TicketsUpdate")).toEqual([{ ids: ["VGlja2V0OjE="], input }]);
});

test("what a macro could not fill in is named, and nothing goes out with an empty place", async () => {
  const macroFill = { text: "Order {{order.number}}", unfilled: ["order.number"] };
  const { user, inputsOf } = await openApp(TICKET, { ...aDesk(), MacroFill: () => ({ macroFill }) });
  await user.type(await screen.findByLabelText("Your reply"), "/{Enter}");
  await screen.findByText("Still to be filled in: {{order.number}}");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await user.click(screen.getByRole("button", { name: "Send" }));
  expect(inputsOf("TicketReply")).toEqual([]);
  await user.clear(screen.getByLabelText("Your reply"));
});

test("a colleague who is typing an answer is named", async () => {
  const { live } = await openApp(TICKET, aDesk());
  await screen.findByLabelText("Your reply");
  act(() => live.says({ is: "typing", conversation: CHAT, author: "staff", name: "yaz@aurora.example" }));
  await screen.findByText("yaz@aurora.example is typing an answer");
  act(() => live.says(aSaid({ author: "staff", name: "yaz@aurora.example", text: "Done." })));
  expect(pageText()).not.toContain("is typing an answer");
});

test("a tag is added and taken away, a ticket is put off and woken, assigned and given back", async () => {
  const { user, inputsOf } = await openApp(TICKET, aDesk());
  await user.type(await screen.findByLabelText("Add a tag"), "vip{Enter}");
  await user.click(await screen.findByRole("button", { name: "Remove tag vip" }));
  await user.click(screen.getByRole("button", { name: "Assign" }));
  await user.click(screen.getByRole("button", { name: "Assign to me" }));
  await screen.findByText("Given to you.");
  await user.click(screen.getByRole("button", { name: "Assign" }));
  await user.click(await screen.findByRole("button", { name: "Assign to nobody" }));
  await screen.findByText("Given back to everybody.");
  await user.click(screen.getByRole("button", { name: "Snooze" }));
  await user.click(screen.getByRole("button", { name: "For an hour" }));
  await user.click(await screen.findByRole("button", { name: "Wake up" }));
  await screen.findByRole("button", { name: "Snooze" });
  expect(inputsOf("TicketsUpdate").map((asked) => (asked as { input: object }).input)).toEqual([
    { addTags: ["vip"] },
    { removeTags: ["vip"] },
    { assignToMe: true },
    { unassign: true },
    { snoozeUntil: expect.stringMatching(/^\d{4}-.*Z$/) },
    { wake: true },
  ]);
});

test("a row of conversations is chosen with Shift, and closed at once", async () => {
  const { user, inputsOf } = await openApp("/inbox", aDesk("OPEN", [aMessage()], {}, { rows: 4 }));
  await user.click(await screen.findByRole("checkbox", { name: "Choose Aurora Customer" }));
  await user.keyboard("{Shift>}");
  await user.click(screen.getByRole("checkbox", { name: "Choose Customer 3" }));
  await user.keyboard("{/Shift}");
  expect(pageText()).toContain("3 chosen");
  await user.click(screen.getByRole("button", { name: "Close" }));
  await screen.findByText("3 conversations closed.");
  const ids = ["VGlja2V0OjE=", "VGlja2V0OjE=2", "VGlja2V0OjE=3"];
  expect(inputsOf("TicketsUpdate")).toEqual([{ ids, input: { state: "CLOSED" } }]);
});

test("the keys lead through the list, to note and answer, and can be turned off for good", async () => {
  const { user, way } = await openApp("/inbox", aDesk("OPEN", [aMessage()], {}, { rows: 2 }));
  await screen.findAllByText("My lamp");
  await user.keyboard("{Alt>}j{/Alt}");
  await waitFor(() => expect(way.getState()).toBe(TICKET));
  await screen.findByLabelText("Your reply");
  await user.keyboard("{Alt>}p{/Alt}");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Note for colleagues")));
  await user.keyboard("{Alt>}j{/Alt}");
  await waitFor(() => expect(way.getState()).toContain("%3D2"));
  await user.click(screen.getByRole("button", { name: "Keyboard" }));
  await user.click(screen.getByRole("checkbox", { name: /Keys work in the inbox/ }));
  await user.click(screen.getByRole("button", { name: "Close" }));
  await user.keyboard("{Alt>}k{/Alt}");
  expect(way.getState()).toContain("%3D2");
  expect(localStorage.getItem("saleor-support:inbox-keys")).toBe("off");
  localStorage.clear();
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
    ...aDesk(),
    Tickets: () => ({ tickets: { edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 } }),
  };
  const { user } = await openApp("/inbox", nobody);
  await screen.findByText("All caught up");
  await user.click(screen.getByLabelText("Snoozed"));
  await screen.findByText("Nothing is snoozed");
  await user.selectOptions(screen.getByLabelText("State"), "WAITING");
  await screen.findByText("No conversation matches");
  await user.click(screen.getByRole("button", { name: "Show everything" }));
  await screen.findByText("No conversations yet");
  expect(screen.getByRole("link", { name: "Go to setup" }).getAttribute("href")).toBe("/");
});

test("the search asks when the typing stops, not for each key", async () => {
  const { user, inputsOf } = await openApp("/inbox", aDesk());
  await user.type(await screen.findByRole("textbox", { name: "Search" }), "lamp");
  await waitFor(() => expect(inputsOf("Tickets").at(-1)).toMatchObject({ search: "lamp" }));
  expect(inputsOf("Tickets").length).toBeLessThanOrEqual(3);
});

test.each([
  ["en", "You do not have permission to see this page", "“Manage orders”"],
  ["tr", "Bu sayfayı görme izniniz yok", "“Siparişleri yönet” (Manage orders)"],
])("staff who may not manage orders read in %s why the inbox is closed to them", async (locale, what, permission) => {
  const refused = () => failure("PERMISSION_DENIED");
  await openApp("/inbox", { ...aDesk(), Tickets: refused, LiveChats: refused, SnippetChannels: refused }, locale);
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
  await screen.findByText("There is no such conversation");
});

test.each([
  ["en", "WHATSAPP", /^The shopper gets it by WhatsApp\. That is open until \S*Mar\S* 5, .+\.$/],
  ["tr", "WHATSAPP", /^Müşteriye WhatsApp’tan gider\. Son an: 5 Mar.+\.$/],
  ["en", "NONE", /^No answer reaches them until they write by WhatsApp again/],
  ["tr", "NONE", /^WhatsApp’tan yeniden yazana kadar yanıt ulaşmaz/],
] as const)("staff read beforehand in %s how an answer goes: %s", async (locale, kind, told) => {
  const until = kind === "WHATSAPP" ? "2026-03-05T12:00:00+00:00" : null;
  const changes = { replyWay: { kind, until }, whatsapp: "+905321234567", emailConfirmedAt: null };
  await openApp(TICKET, aDesk("OPEN", [aMessage()], changes), locale);
  await screen.findByText(told);
  screen.getByText("WhatsApp +905321234567");
  expect(screen.queryByText(/Address not confirmed|Adres doğrulanmadı/)).toBeNull();
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
    aMessage({ seq: 2, author: "SYSTEM", authorName: "staff@aurora.example", event: "CLOSED", text: "" }),
    aMessage({ seq: 3, author: "SYSTEM", authorName: "", event: "ORDER_NOT_FOUND", text: "9999" }),
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
  expect([-1, -30, -60].map((hours) => dayName(at(hours).at, noon, "en"))).toEqual([
    "Today",
    "Yesterday",
    "Monday, March 2, 2026",
  ]);
  expect([-1, -30].map((hours) => dayName(at(hours).at, noon, "tr"))).toEqual(["Bugün", "Dün"]);
});

test("who wants to be called stands with number and time in the list and beside the thread", async () => {
  const call = { phone: "+905321234567", callAt: "2026-03-05T09:00:00+00:00", customerEmail: "", customerName: "" };
  await openApp("/inbox/VGlja2V0OjE=", aDesk("OPEN", [], call));
  const link = await screen.findByRole("link", { name: "+905321234567" });
  expect(link.getAttribute("href")).toBe("tel:+905321234567");
  expect(link.parentElement?.querySelector("time")?.dateTime).toBe("2026-03-05T09:00:00+00:00");
  expect(document.querySelector(".ticket-row .chip")?.textContent).toContain("Call back · ");
  expect(document.querySelector(".ticket-row .name")?.textContent?.trim()).toBe("+905321234567");
  expect(pageText()).toContain("They gave no e-mail address: they read it on the page where they wrote.");
});
