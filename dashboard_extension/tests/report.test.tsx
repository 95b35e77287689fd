import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { ChatWaitsQuery } from "../src/generated/ChatWaits";
import type { FiguresFragment, ReportQuery } from "../src/generated/Report";
import { hoursText } from "../src/report/hoursText";
import { betweenDays, lastDays } from "../src/report/spans";
import { openApp } from "./openApp";
import { pageText } from "./pageText";

afterEach(cleanup);

function aGroup(changed: Partial<FiguresFragment> = {}): FiguresFragment {
  return {
    ...{ name: null, opened: 60, asked: 50, answered: 46, unanswered: 3, oldestAt: "2026-11-20T09:00:00+00:00" },
    firstReply: { many: 46, p50: 45, p90: 1_625 },
    ...{ kept: 89, breached: 11, resolution: { many: 40, p50: 300, p90: 900 }, reopened: 4 },
    ...changed,
  };
}

function aReport(changed: Partial<ReportQuery> = {}): ReportQuery {
  return {
    ticketReport: {
      total: aGroup(),
      groups: [
        aGroup({ name: "default-channel" }),
        aGroup({ name: "", asked: 4, answered: 4, firstReply: { many: 4, p50: 1, p90: 2 }, oldestAt: null }),
      ],
    },
    waiting: {
      totalCount: 3,
      edges: [{ node: { id: "T1", number: 7, subject: "Where is my lamp?", createdAt: "2026-11-20T09:00:00+00:00" } }],
    },
    csat: {
      ...{ asked: 40, answered: 25, content: 20, average: 81.4 },
      scores: [
        { scale: 5, score: 5, many: 20 },
        { scale: 5, score: 1, many: 5 },
      ],
      newest: [
        { ticket: "T2", number: 9, score: 1, scale: 5, words: "It broke.", answeredAt: "2026-11-21T09:00:00+00:00" },
      ],
    },
    channels: [
      { slug: "default-channel", name: "Europe" },
      { slug: "other", name: "Elsewhere" },
    ],
    me: { permissions: ["MANAGE_ORDERS", "MANAGE_USERS"] },
    ...changed,
  };
}

function theWaits(arrivals = 48): ChatWaitsQuery {
  const times = { many: arrivals, p50: 42, p90: 130, longest: 3_661 };
  const waits = { arrivals, left: 5, missed: 3, wait: times, firstReply: times, resolution: null };
  return {
    chatWaits: { total: waits, byHour: [{ ...waits, channel: "default-channel", hour: 9 }] },
    chatShown: arrivals === 0 ? { pushed: 0, opened: 0, bought: 0 } : { pushed: 14, opened: 9, bought: 3 },
  };
}

const room = (report = aReport(), arrivals?: number) => ({
  Report: () => report,
  ChatWaits: () => theWaits(arrivals),
  ArticlesHelped: () => ({ articlesHelped: arrivals === 0 ? [] : [{ title: "Returns and refunds", times: 7 }] }),
  TicketReasons: () => ({
    ticketReasons: [{ slug: "return", name: { en: "Return", tr: "İade" } }],
    ticketDepartments: [],
  }),
});

test.each([
  [
    "en",
    ["Answered92%46 of 50", "half within45 min27 hr 5 min for nine of ten", "In time89%of 100 · 11 too late"],
    [
      "Average, of 10081",
      "5 of 580%",
      "1 of 5 · No. 9",
      "09:00 Europe48530:42 · 2:10 · 1:01:01",
      "Opened9",
      "Returns and refunds 7 shoppers did not have to write",
    ],
  ],
  [
    "tr",
    ["Yanıtlanan%9250 içinde 46", "yarısı şu sürede45 dk.", "Zamanında%89100 içinde · 11 gecikti"],
    [
      "100 üzerinden81",
      "5 üzerinden 5%80",
      "5 üzerinden 1 · No. 9",
      "09:00 Europe48530:42",
      "Açılan9",
      "Returns and refunds 7 kişinin yazmasına gerek kalmadı",
    ],
  ],
])("who leads reads in %s how people were answered", async (locale, total, rest) => {
  await openApp("/report", room(), locale);
  await screen.findByText("Where is my lamp?");
  await waitFor(() => expect(pageText()).toContain("14"));
  for (const fact of [...total, ...rest]) expect(pageText()).toContain(fact);
});

test("of a few nothing is judged, and nothing is no zero", async () => {
  const few = { asked: 4, answered: 4, kept: 3, breached: 0, firstReply: { many: 4, p50: 1, p90: 2 } };
  const nothing = { many: 0, p50: null, p90: null };
  const total = aGroup({ ...few, opened: 4, resolution: nothing, reopened: 0 });
  const csat = { ...aReport().csat, asked: 4, answered: 2, content: 2, scores: [{ scale: 5, score: 5, many: 2 }] };
  await openApp("/report", room(aReport({ ticketReport: { total, groups: [total] }, csat })));
  await screen.findByText("Where is my lamp?");
  const heading = screen.getByRole("heading", { name: "Report" }).closest(".page") as HTMLElement;
  expect(within(heading).getAllByText("Too few to judge")).toHaveLength(8);
  expect(pageText()).not.toContain("100%");
});

test("another span, channel and way to divide are asked for", async () => {
  const { user, inputsOf } = await openApp("/report", room());
  await user.click(await screen.findByLabelText("7 days"));
  await user.selectOptions(await screen.findByLabelText("Channel", { selector: "select" }), "other");
  await user.click(await screen.findByLabelText("Reason"));
  await waitFor(() => expect(inputsOf("Report").at(-1)).toMatchObject({ by: "REASON", channel: "other" }));
  expect(inputsOf("Report").at(-1)).toMatchObject(lastDays(7, new Date()));
  await waitFor(() => expect(inputsOf("ChatWaits").at(-1)).toEqual({ days: 7, channel: "other" }));
});

test("two dates are a span, and the wrong way round they are none", async () => {
  const { user, inputsOf } = await openApp("/report", room());
  await user.click(await screen.findByLabelText("Dates"));
  await user.type(screen.getByLabelText("From"), "2026-11-02");
  await user.type(screen.getByLabelText("To, that day included"), "2026-11-01");
  await screen.findByText(/Choose two days/);
  await user.clear(screen.getByLabelText("To, that day included"));
  await user.type(screen.getByLabelText("To, that day included"), "2026-11-03");
  await waitFor(() => expect(inputsOf("Report").at(-1)).toMatchObject(betweenDays("2026-11-02", "2026-11-03") ?? {}));
  await screen.findByText(/Chats are counted for the last/);
});

test("without a word from anybody the page says when there will be figures", async () => {
  const total = aGroup({ opened: 0 });
  const nobody = { asked: 0, answered: 0, content: 0, average: null, scores: [], newest: [] };
  const empty = aReport({
    ticketReport: { total, groups: [] },
    waiting: { totalCount: 0, edges: [] },
    csat: nobody,
    me: { permissions: ["MANAGE_ORDERS"] },
  });
  await openApp("/report", room(empty, 0));
  await screen.findByText("Nobody wrote in these days");
  await screen.findByText("Nobody came to chat in these days.");
  expect(pageText()).toContain("Everybody has been answered.");
  expect(screen.queryByRole("button", { name: /Customers/ })).toBeNull();
  expect(pageText()).toContain("“Manage customers”");
});

test("hours in which somebody is there make no days", () => {
  expect(hoursText(0.2, "en")).toBe("0 min");
  expect(hoursText(1_625, "en")).toBe("27 hr 5 min");
  expect(hoursText(120, "tr")).toBe("2 sa.");
});

test("a span is of whole days and within a year", () => {
  expect(betweenDays("2026-01-01", "2027-06-01")).toBeNull();
  expect(betweenDays("", "2026-06-01")).toBeNull();
  const one = betweenDays("2026-11-20", "2026-11-20");
  expect(Date.parse(one?.to ?? "") - Date.parse(one?.from ?? "")).toBe(86_400_000);
});
