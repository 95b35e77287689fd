import { afterEach, expect, test, vi } from "vitest";
import { type Facts, readFacts } from "../src/delivery/facts";
import { dutiesOf, pickupsOf, returnsOf, stepsOf, wrongOf } from "../src/delivery/moreFacts";
import { COURIER, factsOf, STANDARD } from "./aPage";

afterEach(() => {
  vi.useRealTimers();
});

const read = (body: unknown): Facts | null => readFacts(body, Number.NaN);

test("an answer is believed as documented, and what a later service adds does no harm", () => {
  const option = { ...STANDARD, carrier: "new" };
  const body = { ...factsOf(option, COURIER), fastest: "courier", freeFrom: STANDARD.price, news: 1 };
  expect(read(body)).toEqual({
    options: [option, COURIER],
    cheapest: option,
    fastest: COURIER,
    freeFrom: STANDARD.price,
    reason: null,
    promise: "signed",
    until: Date.parse("2026-11-24T00:00:00+03:00"),
    ahead: 0,
    body,
  });
});

test("nothing that ships is an answer, too, and so is what is wrong with the question", () => {
  expect(read(factsOf())).toMatchObject({ options: [], cheapest: null, reason: "NO_METHOD" });
  const refused = read({ error: { code: "POSTAL_CODE_WRONG", message: "…" } });
  expect(refused).toMatchObject({ options: [], reason: "POSTAL_CODE_WRONG", promise: null });
  expect(refused?.until).toBeGreaterThan(Date.parse("3000-01-01"));
});

test.each([
  ["59 s behind", "2026-11-23T12:00:59Z", 0],
  ["an hour behind", "2026-11-23T13:00:00Z", 3_600_000],
  ["a day before", "2026-11-22T12:00:00Z", -86_400_000],
])("a shopper's clock that is %s is known", (_, saidAt, ahead) => {
  vi.useFakeTimers({ now: Date.parse("2026-11-23T12:00:00Z"), toFake: ["Date"] });
  expect(readFacts(factsOf(STANDARD), Date.parse(saidAt))?.ahead).toBe(ahead);
});

test.each([
  ["null", null],
  ["a text", "OK"],
  ["a list", []],
  ["no end", { ...factsOf(STANDARD), until: undefined }],
  ["an end that is no time", { ...factsOf(STANDARD), until: "tomorrow" }],
  ["options that are no list", { ...factsOf(), options: {} }],
  ["an option that is nothing", factsOf(STANDARD, null as unknown as object)],
  ["no name", factsOf({ ...STANDARD, name: null })],
  ["an amount as a number", factsOf({ ...STANDARD, price: { amount: 29.9, currency: "TRY" } })],
  ["an amount that is none", factsOf({ ...STANDARD, price: { amount: "NaN", currency: "TRY" } })],
  ["an amount below zero", factsOf({ ...STANDARD, price: { amount: "-1", currency: "TRY" } })],
  ["a currency that is none", factsOf({ ...STANDARD, price: { amount: "1", currency: "lira" } })],
  ["days that are none", factsOf({ ...STANDARD, window: { from: "soon", to: "2026-11-25" } })],
  ["half a window", factsOf({ ...STANDARD, window: { from: "2026-11-24" } })],
  ["a cut-off that is no time", factsOf({ ...STANDARD, cutoff: "15:00" })],
  ["no word of what it needs", factsOf({ ...STANDARD, needs: undefined })],
  ["a month that is none", factsOf({ ...STANDARD, window: { from: "2026-13-24", to: "2026-13-25" } })],
])("nonsense is not believed: %s", (_, body) => {
  expect(read(body)).toBeNull();
});

test("what is seen on demand is believed piece by piece", () => {
  const step = { code: "TRANSIT", on: null, at: null, days: { from: 1, to: 2 }, name: "" };
  expect(stepsOf({ steps: [step, null, { code: "CUTOFF", on: "soon", at: "3 pm", days: {}, name: 1 }] })).toEqual([
    step,
    { code: "CUTOFF", on: null, at: null, days: null, name: "" },
  ]);
  const week = [[["09:00", "18:00"]], [], [], [], [], [["10:00", "noon"]], []];
  expect(pickupsOf({ pickup: [{ name: "Moda", address: "Moda 3", ready: "2026-11-24", hours: week }] })).toEqual([
    { name: "Moda", address: "Moda 3", ready: "2026-11-24", hours: [[["09:00", "18:00"]], [], [], [], [], [], []] },
  ]);
  expect(pickupsOf({ pickup: [{ hours: [[]] }] })).toEqual([{ name: "", address: "", ready: null, hours: [] }]);
  expect([stepsOf({}), pickupsOf({}), dutiesOf({}), returnsOf({}), wrongOf({})]).toEqual([[], [], null, null, null]);
});

test.each([
  ["https://shop.example/returns", "https://shop.example/returns"],
  ["javascript:alert(1)", ""],
  ["/returns", ""],
  [7, ""],
])("a link leads to a page or nowhere: %j", (url, expected) => {
  expect(returnsOf({ returns: { days: 30, url } })).toEqual({ days: 30, url: expected });
  expect(wrongOf({ wrong: { url } })?.url ?? "").toBe(expected);
});
