import { beforeEach, expect, test, vi } from "vitest";
import { type Call, takeCalls } from "../src/calls";
import { auroraPage } from "./aPage";

beforeEach(() => {
  delete window.SaleorSupport;
});

function pageWith(...calls: Call[]) {
  window.SaleorSupport = calls;
  const page = auroraPage();
  takeCalls(page);
  return { page, push: (...call: Call) => window.SaleorSupport?.push(call) };
}

test("calls made before the script and after it are the same", () => {
  const { page, push } = pageWith(["setLocale", "tr"], ["identify", "a-token"]);
  expect([page.locale, page.identity]).toEqual(["tr", "a-token"]);
  push("setLocale", "en");
  push("identify", null);
  expect([page.locale, page.identity]).toEqual(["en", null]);
});

test("a queue that the page held on to still works", () => {
  const held: Call[] = [];
  window.SaleorSupport = held;
  const page = auroraPage();
  takeCalls(page);
  held.push(["setLocale", "tr"], ["consent", true]);
  expect([page.locale, page.consent, held.length]).toEqual(["tr", true, 0]);
});

test("without a queue there is one, and another's global of that name is put aside", () => {
  const { page } = pageWith();
  window.SaleorSupport?.push(["setLocale", "tr"]);
  expect(page.locale).toBe("tr");
});

test("consent is given by nothing but true", () => {
  const { page, push } = pageWith(["consent", "yes"]);
  expect(page.consent).toBe(false);
  push("consent", true);
  expect(page.consent).toBe(true);
  push("consent");
  expect(page.consent).toBe(false);
});

test("consent for behaviour is another than that for a place, and without a purpose all of it is taken back", () => {
  const { page, push } = pageWith(["consent", true, "behaviour"]);
  expect([page.consent, page.behaviour]).toEqual([false, true]);
  push("consent", true);
  push("consent", "yes", "behaviour");
  expect([page.consent, page.behaviour]).toEqual([true, false]);
  push("consent", true, "behaviour");
  push("consent", false);
  expect([page.consent, page.behaviour]).toEqual([false, false]);
});

test("what is tracked is kept for later elements, the last fifty", () => {
  const { page, push } = pageWith(["track", "viewed", { product: "shirt" }]);
  expect(page.tracked).toEqual([{ name: "viewed", facts: { product: "shirt" }, isAgreed: false }]);
  for (let n = 0; n < 60; n++) push("track", `step ${n}`);
  expect([page.tracked.length, page.tracked[0]?.name]).toEqual([50, "step 10"]);
});

test("what is to be opened waits for who opens, and only the last wish counts", () => {
  const { page, push } = pageWith(["open", { topic: "order" }], ["close"], ["open"]);
  const opener = vi.fn();
  page.answerWishes(opener);
  push("close");
  expect(opener.mock.calls).toEqual([
    ["open", undefined],
    ["close", undefined],
  ]);
});

test("a page hears events until it does not want to", () => {
  const heard = vi.fn();
  const { page, push } = pageWith(["on", "delivery", heard]);
  push("on", "delivery", heard);
  page.tell("delivery", { variant: "1" });
  push("off", "delivery", heard);
  page.tell("delivery", { variant: "2" });
  expect(heard.mock.calls).toEqual([[{ variant: "1" }]]);
});

test("who asks for ready when all is ready is told at once", async () => {
  const { push } = pageWith();
  const heard = vi.fn();
  push("on", "ready", heard);
  await Promise.resolve();
  expect(heard).toHaveBeenCalledOnce();
});

test("a call that there is not is named and harms no other", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const { page, push } = pageWith(["explode"], "setLocale" as unknown as Call, ["toString"]);
  push("setLocale", "tr");
  expect(warn.mock.calls.map(([, call]) => call)).toEqual([["explode"], "setLocale", ["toString"]]);
  expect(page.locale).toBe("tr");
});

test("who somebody is may be said by Saleor's token, or by what the shop's server signed", () => {
  const signed = { customer: "c-7", email: "ada@shop.example", expires: 1_795_334_400, signature: "f00d" };
  const { page, push } = pageWith(["identify", signed]);
  expect(page.identity).toBe(signed);
  push("identify", "");
  expect(page.identity).toBe(null);
});
