import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { ClockFragment } from "../src/generated/Tickets";
import type { ViewFragment } from "../src/generated/Views";
import { clockStanding } from "../src/inbox/clockStanding";
import { saidKey, together } from "../src/inbox/said";
import { ALL_UNDONE, filterOf, wantedOf } from "../src/inbox/wanted";
import { lineOf } from "../src/tickets/lineOf";
import { en } from "../src/words/tickets/en";
import { tr } from "../src/words/tickets/tr";
import { aDesk, aMessage, CHAT, ORDER, REASONS } from "./auroraInbox";
import { openApp } from "./openApp";

afterEach(cleanup);

const ID = "VGlja2V0OjE=";
const TICKET = "/inbox/VGlja2V0OjE%3D";
const MINUTE = 60_000;

function aClock(changes: Partial<ClockFragment> = {}): ClockFragment {
  const at = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString();
  return { kind: "FIRST_REPLY", state: "RUNNING", dueAt: at(125), amberAt: at(60), leftMinutes: null, ...changes };
}

const late = () => aClock({ state: "BREACHED", dueAt: new Date(Date.now() - 40.5 * MINUTE).toISOString() });

test.each([
  [{}, 0, "RUNNING", 7500],
  [{}, 61, "AMBER", 3840],
  [{}, 130, "BREACHED", 300],
  [{ state: "STOPPED", dueAt: null, amberAt: null, leftMinutes: 90 }, 999, "STOPPED", 5400],
] as const)("a clock that was loaded as %o stands %i minutes later as %s", (changes, minutes, state, seconds) => {
  const clock = aClock(changes);
  const standing = clockStanding(clock, Date.now() + minutes * MINUTE);
  expect(standing.state).toBe(state);
  expect(Math.abs(standing.seconds - seconds)).toBeLessThan(5);
});

test.each([
  ["en", "Late 40 min", "Late: no answer for 40 min", "Urgent", "First order"],
  ["tr", "40 dk. gecikti", "Gecikti: yanıt 40 dk. gecikmede", "Acil", "İlk sipariş"],
])("what is late, urgent and why is said in %s, and not by colour alone", async (locale, ...said) => {
  const [short = "", whole = "", urgent = "", why = ""] = said;
  const reason = REASONS[0] ?? null;
  const pressing = { clock: late(), priority: "URGENT", boosts: ["FIRST_ORDER"], reason } as const;
  await openApp(TICKET, aDesk("OPEN", [aMessage()], pressing), locale);
  const row = await screen.findByRole("link", { name: /My lamp/ });
  const head = (await screen.findByRole("heading", { name: "My lamp" })).closest("header");
  const textOf = (place: HTMLElement | null) => place?.textContent?.replace(/\s+/g, " ");
  for (const fact of [short, urgent]) expect(textOf(row)).toContain(fact);
  for (const fact of [whole, why]) expect(textOf(head)).toContain(fact);
});

test("a stopped clock is not in the list, and says in the ticket how much is left", async () => {
  const clock = aClock({ state: "STOPPED", dueAt: null, amberAt: null, leftMinutes: 90 });
  await openApp(TICKET, aDesk("WAITING", [aMessage()], { clock }));
  await screen.findByText(/Stopped, 1 hr 30 min left/);
  expect(screen.getByRole("link", { name: /My lamp/ }).textContent).not.toContain("Stopped");
});

test("reason, priority, clock and team narrow the list, and what is due first comes first", async () => {
  const { user, inputsOf } = await openApp("/inbox", aDesk());
  await screen.findByText("My lamp");
  await user.selectOptions(screen.getByLabelText("Reason"), "late");
  await user.selectOptions(screen.getByLabelText("Priority"), "HIGH");
  await user.selectOptions(screen.getByLabelText("Due"), "BREACHED");
  await user.selectOptions(screen.getByLabelText("Team"), "Quality");
  await user.selectOptions(screen.getByLabelText("Sorted by"), "DUE");
  await waitFor(() =>
    expect(inputsOf("Tickets").at(-1)).toMatchObject({
      filter: { reason: "late", priority: "HIGH", clock: "BREACHED", department: "Quality" },
      sort: "DUE",
    }),
  );
});

test("one press shows those that are late, those due first before the others", async () => {
  const desk = aDesk();
  const { ticketCounts, ...live } = desk.LiveChats();
  const LiveChats = () => ({ ...live, ticketCounts: { ...ticketCounts, breached: 3 } });
  const { user, inputsOf } = await openApp("/inbox", { ...desk, LiveChats });
  await user.click(await screen.findByRole("button", { name: "Late 3" }));
  await waitFor(() => expect(inputsOf("Tickets").at(-1)).toMatchObject({ filter: { clock: "BREACHED" }, sort: "DUE" }));
});

function withViews(...views: ViewFragment[]) {
  const kept = new Map(views.map((view) => [view.id, view]));
  return {
    ...aDesk(),
    Views: () => ({ views: [...kept.values()] }),
    ViewUpdate: ({ input }: { input: { id?: string; name: string; isTeam: boolean; filter: string } }) => {
      const id = input.id ?? "Vmlldzo5";
      kept.set(id, { ...input, id, count: 2 });
      return { viewUpdate: { view: { id }, errors: [] } };
    },
    ViewDelete: ({ id }: { id: string }) => {
      kept.delete(id);
      return { viewDelete: { errors: [] } };
    },
  };
}

const urgent: ViewFragment = {
  id: "Vmlldzox",
  name: "Urgent ones",
  isTeam: true,
  filter: JSON.stringify({ isClosed: false, priority: "URGENT", assigned: "NOBODY" }),
  count: 5,
};

test("a saved view of the team brings its filters back, with its count", async () => {
  const { user, inputsOf } = await openApp("/inbox", withViews(urgent));
  await user.click(await screen.findByRole("button", { name: "Of the team Urgent ones 5" }));
  await waitFor(() =>
    expect(inputsOf("Tickets").at(-1)).toMatchObject({
      filter: { isClosed: false, priority: "URGENT", assigned: "NOBODY" },
    }),
  );
  expect(screen.getByRole("button", { name: /Urgent ones/ }).getAttribute("aria-pressed")).toBe("true");
  await user.click(screen.getByRole("button", { name: "Everything" }));
  await waitFor(() => expect(inputsOf("Tickets").at(-1)).toMatchObject({ filter: { priority: null } }));
});

test("what is listed is saved under a name, changed and deleted", async () => {
  const { user, inputsOf, toasts } = await openApp("/inbox", withViews());
  await screen.findByText("My lamp");
  await user.selectOptions(screen.getByLabelText("Priority"), "HIGH");
  await user.click(screen.getByRole("button", { name: "Save view" }));
  await user.type(screen.getByLabelText("Name"), "High ones");
  await user.click(screen.getByRole("checkbox", { name: "For the whole team" }));
  await user.click(screen.getByRole("button", { name: "Save this view" }));
  await user.click(await screen.findByRole("button", { name: /High ones/ }));
  const [{ input }] = inputsOf("ViewUpdate") as [{ input: { filter: string; isTeam: boolean } }];
  expect(input.isTeam).toBe(true);
  expect(JSON.parse(input.filter)).toMatchObject({ priority: "HIGH", isClosed: false });
  await user.selectOptions(screen.getByLabelText("Reason"), "broken");
  await user.click(screen.getByRole("button", { name: "View" }));
  await user.click(screen.getByRole("button", { name: "Save with these filters" }));
  await waitFor(() => expect(inputsOf("ViewUpdate")).toHaveLength(2));
  await user.click(await screen.findByRole("button", { name: "View" }));
  await user.click(await screen.findByRole("button", { name: "Delete the view" }));
  await waitFor(() => expect(screen.queryByRole("button", { name: /High ones/ })).toBeNull());
  expect(toasts().map(([, said]) => said)).toEqual([
    "“High ones” is saved.",
    "“High ones” is saved.",
    "“High ones” is deleted.",
  ]);
});

test("a view that an older version kept is read as far as it can be", () => {
  expect(wantedOf({ isClosed: false })).toEqual(ALL_UNDONE);
  const wanted = wantedOf({ snoozed: true, priority: "LOW", ...{ unknown: "x" } });
  expect(wanted).toMatchObject({ shelf: "SNOOZED", priority: "LOW" });
  expect(wanted).not.toHaveProperty("unknown");
  expect(wantedOf(filterOf({ ...ALL_UNDONE, shelf: "MINE", reason: "late" }))).toMatchObject({
    shelf: "MINE",
    reason: "late",
    state: "UNDONE",
  });
});

test("what is listed is downloaded with the reader's own token, and a refusal is said", async () => {
  const asked = vi.spyOn(globalThis, "fetch").mockResolvedValueOnce(new Response("number\n7\n"));
  const saved = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
  const { user, toasts } = await openApp("/inbox", aDesk());
  await user.click(await screen.findByText("Narrow down"));
  await user.click(screen.getByRole("button", { name: "Download as CSV" }));
  await waitFor(() => expect(saved).toHaveBeenCalledOnce());
  const [url, options] = asked.mock.calls[0] ?? [];
  expect(String(url)).toMatch(/^\/staff\/tickets\.csv\?/);
  expect(JSON.parse(new URL(String(url), "http://x").searchParams.get("filter") ?? "")).toMatchObject({
    isClosed: false,
  });
  expect(options?.headers).toEqual({ Authorization: "Bearer token" });
  asked.mockResolvedValueOnce(new Response("", { status: 403 }));
  await user.click(screen.getByRole("button", { name: "Download as CSV" }));
  await waitFor(() => expect(toasts().at(-1)).toEqual(["error", "The file could not be made"]));
});

test("why they write is changed where it stands, and taken back with all it brought", async () => {
  const { user, inputsOf } = await openApp(TICKET, aDesk("OPEN", [aMessage()], { department: "Quality" }));
  const head = within((await screen.findByRole("heading", { name: "My lamp" })).closest("header") as HTMLElement);
  await user.selectOptions(head.getByLabelText("Reason"), "late");
  await screen.findByText("Reason changed to Late parcel.");
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() =>
    expect(inputsOf("TicketUpdate")).toEqual([
      { id: ID, input: { reason: "late" } },
      { id: ID, input: { reason: "", priority: "NORMAL", department: "Quality" } },
    ]),
  );
  await user.selectOptions(head.getByLabelText("Priority"), "URGENT");
  await screen.findByText("Priority changed to Urgent.");
  await user.selectOptions(head.getByLabelText("Team"), "Delivery");
  await screen.findByText("Team changed to Delivery.");
});

test("a reason that is no longer in the settings still stands where it was given", async () => {
  const gone = { slug: "gone", name: { en: "Long gone", tr: "" } } as (typeof REASONS)[number];
  await openApp(TICKET, aDesk("OPEN", [aMessage()], { reason: gone }));
  const head = within((await screen.findByRole("heading", { name: "My lamp" })).closest("header") as HTMLElement);
  await waitFor(() => expect(head.getByLabelText<HTMLSelectElement>("Reason").value).toBe("gone"));
  head.getByRole("option", { name: "Long gone" });
});

test("the lines it is about are chosen with their quantities, within what was ordered", async () => {
  const { user, inputsOf } = await openApp(TICKET, aDesk("OPEN", [aMessage()], { order: ORDER }));
  await user.click(await screen.findByRole("button", { name: "Choose the lines" }));
  await user.click(screen.getByRole("checkbox", { name: /Lamp/ }));
  const many = screen.getByLabelText<HTMLInputElement>("How many of Lamp");
  expect(many.value).toBe("3");
  await user.type(many, "{Backspace}9");
  expect(many.value).toBe("3");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("What it is about has changed.");
  expect(inputsOf("TicketUpdate")).toEqual([
    { id: ID, input: { lines: [{ orderLineId: "T3JkZXJMaW5lOjE=", quantity: 3 }] } },
  ]);
});

test("a ticket is merged into another, and taken out again", async () => {
  const merged = { ticketMerge: { ticket: { id: `${ID}2` }, errors: [] } };
  const desk = {
    ...aDesk("OPEN", [aMessage()], {}, { rows: 3 }),
    TicketMerge: () => merged,
    TicketMergeUndo: () => ({ ticketMergeUndo: { ticket: { id: ID }, errors: [] } }),
  };
  const { user, way, inputsOf } = await openApp(TICKET, desk);
  await user.click(await screen.findByRole("button", { name: "More" }));
  await user.click(screen.getByRole("button", { name: "Merge…" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Merge with another ticket" }));
  expect(dialog.getByLabelText<HTMLInputElement>("Find a ticket").value).toBe("customer@aurora.example");
  const [first] = await dialog.findAllByRole("button", { name: /^Merge this into/ });
  await user.click(first as HTMLElement);
  await waitFor(() => expect(way.getState()).toContain("%3D2"));
  expect(inputsOf("TicketMerge")).toEqual([
    { into: `${ID}2`, ids: [ID], key: expect.stringMatching(/^[0-9a-f]{32}$/) },
  ]);
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(inputsOf("TicketMergeUndo")).toEqual([{ id: ID }]));
  await waitFor(() => expect(way.getState()).toBe(TICKET));
});

test("tickets of two customers become one only with a reason", async () => {
  const errors = [{ field: "ids", message: "no", code: "ANOTHER_CUSTOMER" }];
  const TicketMerge = ({ force }: { force?: boolean }) => ({
    ticketMerge: force ? { ticket: { id: `${ID}2` }, errors: [] } : { ticket: null, errors },
  });
  const { user, inputsOf } = await openApp(TICKET, { ...aDesk("OPEN", [aMessage()], {}, { rows: 2 }), TicketMerge });
  await user.click(await screen.findByRole("button", { name: "More" }));
  await user.click(screen.getByRole("button", { name: "Merge…" }));
  await user.click(await screen.findByRole("button", { name: /^Merge this into/ }));
  await user.type(await screen.findByLabelText("Why it is still one matter"), "Her husband");
  await user.click(screen.getByRole("button", { name: "Merge all the same" }));
  await waitFor(() => expect(inputsOf("TicketMerge")).toHaveLength(2));
  expect(inputsOf("TicketMerge")[1]).toMatchObject({ force: true, why: "Her husband" });
});

test("messages are chosen for a ticket of their own, which opens", async () => {
  const said = [aMessage(), aMessage({ seq: 2, text: "And my chair?" }), aMessage({ seq: 3, text: "Hello?" })];
  const TicketSplit = () => ({ ticketSplit: { ticket: { id: `${ID}2`, number: 8 }, errors: [] } });
  const { user, way, inputsOf } = await openApp(TICKET, { ...aDesk("OPEN", said), TicketSplit });
  await user.click(await screen.findByRole("button", { name: "More" }));
  await user.click(screen.getByRole("button", { name: "Split…" }));
  await user.click(screen.getByRole("checkbox", { name: "Choose: Hello?" }));
  await user.click(screen.getByRole("checkbox", { name: "Choose: And my chair?" }));
  await user.clear(screen.getByLabelText("Subject of the new ticket"));
  await user.type(screen.getByLabelText("Subject of the new ticket"), "My chair");
  await user.click(screen.getByRole("button", { name: "Move 2 messages to a new ticket" }));
  await screen.findByText("Ticket #8 is open.");
  expect(inputsOf("TicketSplit")).toMatchObject([{ id: ID, messages: [2, 3], subject: "My chair" }]);
  expect(way.getState()).toContain("%3D2");
});

test("messages of a merged ticket stand in order of time, and say by which ticket and how they came", async () => {
  const other = { conversationId: "other", ticketNumber: 5, channel: "MAIL" } as const;
  const said = [
    aMessage({ channel: "WIDGET", at: "2026-03-04T12:00:00+00:00" }),
    aMessage({ ...other, seq: 1, text: "By mail", at: "2026-03-04T12:01:00+00:00" }),
  ];
  const { user } = await openApp(TICKET, aDesk("OPEN", said));
  const mail = (await screen.findByText("By mail", { selector: ".bubble" })).closest("li") as HTMLElement;
  expect(mail.textContent).toContain("By e-mail · From #5");
  await user.click(screen.getByRole("button", { name: "More" }));
  await user.click(screen.getByRole("button", { name: "Split…" }));
  expect(screen.queryByRole("checkbox", { name: "Choose: By mail" })).toBeNull();
});

test("what is loaded and what is heard are one thread, though two conversations count alike", () => {
  const first = aMessage({ at: "2026-03-04T12:00:00+00:00" });
  const mail = aMessage({ conversationId: "other", at: "2026-03-04T12:01:00+00:00" });
  const second = aMessage({ seq: 2, at: "2026-03-04T12:02:00+00:00" });
  const heard = aMessage({ seq: 2, channel: null, at: "2026-03-04T12:02:00+00:00" });
  expect(together([first, mail, { ...second, channel: "CHAT" }], [heard]).map(saidKey)).toEqual([
    `${CHAT}:1`,
    "other:1",
    `${CHAT}:2`,
  ]);
});

test("tickets are linked, named beside the conversation, and the link taken away", async () => {
  const linked = [{ id: `${ID}9`, number: 9, subject: "The old lamp", state: "CLOSED" as const }];
  const desk = {
    ...aDesk("OPEN", [aMessage()], { linked }, { rows: 2 }),
    TicketLinkAdd: () => ({ ticketLink: { ticket: { id: ID }, errors: [] } }),
    TicketLinkRemove: () => ({ ticketUnlink: { ticket: { id: ID }, errors: [] } }),
  };
  const { user, inputsOf } = await openApp(TICKET, desk);
  await screen.findByRole("link", { name: "#9 The old lamp" });
  await user.click(screen.getByRole("button", { name: "Unlink #9" }));
  await waitFor(() => expect(inputsOf("TicketLinkRemove")).toEqual([{ id: ID, to: `${ID}9` }]));
  await user.click(screen.getByRole("button", { name: "More" }));
  await user.click(screen.getByRole("button", { name: "Link…" }));
  await user.click(await screen.findByRole("button", { name: /^Link #/ }));
  await waitFor(() => expect(inputsOf("TicketLinkAdd")).toEqual([{ id: ID, to: `${ID}2` }]));
});

test("a merge that can be undone is undone where it is named", async () => {
  const merges = [{ id: `${ID}3`, number: 3, subject: "Again", mayUndo: true }];
  const TicketMergeUndo = () => ({
    ticketMergeUndo: { ticket: null, errors: [{ field: "id", message: "no", code: "ANSWERED" }] },
  });
  const { user, toasts } = await openApp(TICKET, { ...aDesk("OPEN", [aMessage()], { merges }), TicketMergeUndo });
  await screen.findByText("#3 Again");
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() =>
    expect(toasts()).toEqual([
      ["error", "That did not work", "Somebody has answered since: it can no longer be undone."],
    ]),
  );
});

test.each([
  [en, "CHANGED", "reason: late", "mey changed the reason: late."],
  [en, "CHANGED", "lines: 1 × T3JkZXJMaW5lOjE=", "mey changed what it is about."],
  [tr, "CHANGED", "priority: URGENT", "mey değiştirdi: öncelik: Acil."],
  [en, "CLOCK_BREACHED", "FIRST_REPLY", "The time is over: the first answer."],
  [tr, "CLOCK_AMBER", "RESOLVE", "Sürenin dörtte üçü doldu: çözüm."],
  [en, "MERGED", "12 her husband", "mey merged #12 (her husband) into this."],
  [tr, "SPLIT", "12", "mey mesajları şuraya taşıdı: #12."],
  [en, "ORDER_ACT", "3 REFUND DONE 20.00 EUR", "mey: refund 20.00 EUR, done"],
  [en, "MAIL_KEPT", "AUTO_REPLY", "A machine answered by e-mail; it was kept: an automatic reply."],
] as const)("%# what happened is said in words, not in codes", (words, event, text, said) => {
  expect(lineOf(words, { author: "SYSTEM", authorName: "mey", event, text, card: null })).toBe(said);
});
