import { expect, test } from "vitest";
import { choosing } from "../src/inbox/choosing";
import { keyOf } from "../src/inbox/keys";
import { liveOrder } from "../src/inbox/liveOrder";
import { macroQuery, macrosNamed, withMacro } from "../src/inbox/macroQuery";
import { snoozeTimes } from "../src/inbox/snoozeTimes";
import { spanText } from "../src/inbox/spanText";
import { aSeat } from "./auroraInbox";

const press = (key: string, code: string, more: object = {}) => ({
  ...{ key, code, altKey: false, ctrlKey: false, metaKey: false, isComposing: false },
  getModifierState: () => false,
  ...more,
});

test.each([
  ["next", press("∆", "KeyJ", { altKey: true }), true],
  ["close", press("e", "KeyE", { altKey: true }), true],
  ["closeAndNext", press("e", "KeyE", { altKey: true, ctrlKey: true }), true],
  ["search", press("/", "Digit7"), false],
  ["help", press("?", "Slash"), false],
  [null, press("/", "Slash"), true],
  [null, press("€", "KeyE", { altKey: true, ctrlKey: true, getModifierState: () => true }), true],
  [null, press("j", "KeyJ"), false],
  [null, press("p", "KeyP", { ctrlKey: true }), false],
  [null, press("j", "KeyJ", { altKey: true, isComposing: true }), true],
])("the key for %s is known by where it lies, and what writes is left alone", (name, event, writing) => {
  expect(keyOf(event, writing)).toBe(name);
});

test("Shift chooses all between two, in either direction", () => {
  const ids = ["a", "b", "c", "d"];
  const one = choosing(ids, new Set(), { id: "c", on: true, from: null });
  expect([...one]).toEqual(["c"]);
  expect([...choosing(ids, one, { id: "a", on: true, from: "c" })].sort()).toEqual(["a", "b", "c"]);
  expect([...choosing(ids, new Set(ids), { id: "d", on: false, from: "b" })]).toEqual(["a"]);
  expect([...choosing(ids, new Set(), { id: "d", on: true, from: "gone" })]).toEqual(["d"]);
});

test.each([
  [new Date(2026, 2, 4, 22, 30), [4, 23, 30], [5, 9, 0], [9, 9, 0]],
  [new Date(2026, 2, 9, 8, 0), [9, 9, 0], [10, 9, 0], [16, 9, 0]],
])(
  "what is put off on %s comes back in an hour, in the morning or on the next Monday",
  (now, hour, tomorrow, monday) => {
    const times = snoozeTimes(now);
    const told = (at: Date) => [at.getDate(), at.getHours(), at.getMinutes()];
    expect([told(times.hour), told(times.tomorrow), told(times.monday)]).toEqual([hour, tomorrow, monday]);
  },
);

test("a slash that begins a line looks for a macro, one within a line does not", () => {
  expect(macroQuery("/")).toBe("");
  expect(macroQuery("Hello\n/whe")).toBe("whe");
  expect(macroQuery("either/or")).toBeNull();
  expect(macroQuery("https://a")).toBeNull();
  expect(withMacro("Hello\n/whe\nBye", 10, "It comes.")).toBe("Hello\nIt comes.\nBye");
});

test("macros are found in Turkish, whatever the I", () => {
  const macros = [{ name: "İade nasıl" }, { name: "Kargo nerede" }];
  for (const query of ["iade", "İADE", "ıade", "NASIL", "nasil"]) {
    expect(macrosNamed(macros, query).map(({ name }) => name)).toEqual(["İade nasıl"]);
  }
});

test("a span is told in the largest two units", () => {
  expect(spanText(0, "en")).toBe("0 sec");
  expect(spanText(75, "en")).toBe("1 min 15 sec");
  expect(spanText(3_600, "en")).toBe("1 hr");
  expect(spanText(90_061, "tr")).toBe("1 gün 1 sa.");
});

test("who waits stands before the reader's chats, and those before everybody else's", () => {
  const chat = (id: string, state: "WAITING" | "SEATED", joinedAt: string, userId?: string) => ({
    ...{ id, state, joinedAt, customerName: "", customerEmail: "", category: "", lastSeq: 1, staffReadSeq: 0 },
    ...{ ticket: { id }, seat: userId ? aSeat({ userId }) : null, lastMessage: null },
  });
  const chats = [
    chat("theirs", "SEATED", "2026-03-04T09:00:00Z", "you"),
    chat("mine", "SEATED", "2026-03-04T10:00:00Z", "me"),
    chat("late", "WAITING", "2026-03-04T12:00:00Z"),
    chat("early", "WAITING", "2026-03-04T11:00:00Z"),
  ];
  expect(liveOrder(chats, "me").map(({ id }) => id)).toEqual(["early", "late", "mine", "theirs"]);
});
