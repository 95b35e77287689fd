import { expect, test } from "vitest";
import { readFacts } from "../src/delivery/facts";
import { COURIER, factsOf, STANDARD } from "./aPage";

test("an answer is believed as documented, and what a later service adds does no harm", () => {
  const facts = readFacts({ ...factsOf({ ...STANDARD, carrier: "new" }, COURIER), news: 1 });
  expect(facts).toEqual({ options: [STANDARD, COURIER], until: Date.parse("2026-11-24T00:00:00+03:00") });
});

test("nothing that ships is an answer, too", () => {
  expect(readFacts(factsOf())?.options).toEqual([]);
});

test.each([
  ["null", null],
  ["a text", "OK"],
  ["a list", []],
  ["an error", { error: { code: "NOT_FOUND" } }],
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
  ["a month that is none", factsOf({ ...STANDARD, window: { from: "2026-13-24", to: "2026-13-25" } })],
])("nonsense is not believed: %s", (_, body) => {
  expect(readFacts(body)).toBeNull();
});
