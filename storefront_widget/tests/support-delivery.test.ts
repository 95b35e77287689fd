import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { open as openAnywhere } from "../src/delivery/support-delivery";
import type { Place, View } from "../src/place";
import { aPlace, aServer, auroraPage, COURIER, factsOf, STANDARD, settled } from "./aPage";

const SHIRT = { variant: "UHJvZHVjdFZhcmlhbnQ6MQ==", country: "tr" };
const ADDRESS = "https://support.example.com/s/aurora-key/tr/delivery/UHJvZHVjdFZhcmlhbnQ6MQ%3D%3D/TR";

const textOf = (root: ShadowRoot) => (root.querySelector("p")?.textContent ?? "").replace(/\s+/g, " ");

const views: View[] = [];

function open(place: Place): View {
  const view = openAnywhere(place);
  views.push(view);
  return view;
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-23T12:00:00+03:00"), toFake: ["Date", "setTimeout", "clearTimeout"] });
});
afterEach(() => {
  for (const view of views.splice(0)) view.pause();
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function shown(attributes: Readonly<Record<string, string>>, body: unknown, page = auroraPage(), status = 200) {
  const asked = aServer();
  const there = aPlace(attributes, page);
  const view = open(there.place);
  view.update();
  await asked[0]?.answer(body, status);
  return { ...there, view, asked };
}

test("a shopper reads the days and the price of the cheapest way", async () => {
  const { root, asked, shows } = await shown(SHIRT, factsOf(STANDARD));
  expect(asked.map(({ url }) => url)).toEqual([ADDRESS]);
  expect(textOf(root)).toBe("Arrives Tue Nov 24 – Wed Nov 25, shipping ₺29.90");
  expect(Array.from(root.querySelectorAll("time"), (time) => time.dateTime)).toEqual(["2026-11-24", "2026-11-25"]);
  expect(root.querySelector("button")).toBeNull();
  expect(shows).toHaveBeenLastCalledWith(true);
});

test.each([
  [{}, { window: { from: "2026-11-24", to: "2026-11-24" } }, "Arrives Tue Nov 24, shipping ₺29.90"],
  [{}, { window: null }, "Shipping ₺29.90"],
  [{}, { price: { amount: "0.00", currency: "TRY" } }, "Arrives Tue Nov 24 – Wed Nov 25, free shipping"],
  [{}, { price: { amount: "0.00", currency: "TRY" }, window: null }, "Free shipping"],
  [{ locale: "tr" }, {}, "Teslimat 24 Kas Sal – 25 Kas Çar, kargo ₺29,90"],
  [{ locale: "tr" }, { window: null }, "Kargo ₺29,90"],
  [{ locale: "en-GB" }, {}, "Arrives Tue 24 Nov – Wed 25 Nov, shipping ₺29.90"],
  [{ locale: "ar" }, { window: null }, "Shipping ₺29.90"],
])("with %j and %j the line says %j", async (attributes, option, text) => {
  const { root } = await shown({ ...SHIRT, ...attributes }, factsOf({ ...STANDARD, ...option }));
  expect(textOf(root)).toBe(text);
});

test("the other ways are behind a button that says whether they are shown", async () => {
  const { root } = await shown(SHIRT, factsOf(STANDARD, COURIER));
  const button = root.querySelector("button");
  const list = root.querySelector("ul");
  expect(button?.textContent).toBe("Delivery options");
  expect([button?.getAttribute("aria-expanded"), list?.hidden]).toEqual(["false", true]);
  expect(button?.getAttribute("aria-controls")).toBe(list?.id);
  button?.click();
  expect([button?.getAttribute("aria-expanded"), list?.hidden]).toEqual(["true", false]);
  const rows = Array.from(root.querySelectorAll("li"), (row) => Array.from(row.children, (part) => part.textContent));
  expect(rows).toEqual([
    ["Standard", "₺29.90", "Arrives Tue Nov 24 – Wed Nov 25"],
    ["Courier", "₺49.90"],
  ]);
  button?.click();
  expect([button?.getAttribute("aria-expanded"), list?.hidden]).toEqual(["false", true]);
});

test("a merchant's name for a method is text and never HTML", async () => {
  const { root } = await shown(SHIRT, factsOf(STANDARD, { ...COURIER, name: "<img src=x onerror=alert(1)>" }));
  expect(root.querySelector("img")).toBeNull();
  expect(root.querySelectorAll("[part=option-name]")[1]?.textContent).toContain("<img");
});

test.each([
  ["nothing ships", factsOf(), 200],
  ["the variant is not known", { error: { code: "NOT_FOUND" } }, 404],
  ["the service is busy", { error: { code: "DATABASE_OUT_OF_REACH" } }, 503],
  ["a proxy answers in our place", "<!doctype html><title>Login</title>", 200],
  ["the answer is half", '{"options": [{', 200],
])("where %s, nothing stands there", async (_, body, status) => {
  const { root, shows } = await shown(SHIRT, body, auroraPage(), status);
  expect(root.childElementCount).toBe(0);
  expect(shows).toHaveBeenLastCalledWith(false);
});

test.each([
  ["no variant", { country: "TR" }, {}],
  ["an empty variant", { variant: "", country: "TR" }, {}],
  ["no country", { variant: "x" }, {}],
  ["a country's name", { variant: "x", country: "Turkey" }, {}],
  ["no channel", SHIRT, { channel: "" }],
  ["no store", SHIRT, { store: "" }],
])("with %s nothing is asked", async (_, attributes, data) => {
  const { asked, root } = await shown(attributes, factsOf(STANDARD), auroraPage(data));
  expect(asked).toEqual([]);
  expect(root.childElementCount).toBe(0);
});

test("an element of another channel asks for that one", async () => {
  const { asked } = await shown({ ...SHIRT, channel: "a/b" }, factsOf(STANDARD));
  expect(asked[0]?.url).toContain("/s/aurora-key/a%2Fb/delivery/");
});

test("an answer for a variant that is no longer chosen is dropped", async () => {
  const asked = aServer();
  const { place, host, root } = aPlace(SHIRT);
  const view = open(place);
  view.update();
  host.setAttribute("variant", "second");
  view.update();
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  await asked[1]?.answer(factsOf({ ...STANDARD, price: { amount: "1", currency: "TRY" } }));
  await asked[0]?.answer(factsOf({ ...STANDARD, price: { amount: "2", currency: "TRY" } }));
  expect(textOf(root)).toContain("shipping ₺1.00");
});

test("while another variant is asked for, the old answer fades, and an unchosen one is gone at once", async () => {
  const { root, host, view, asked } = await shown(SHIRT, factsOf(STANDARD));
  host.setAttribute("variant", "second");
  view.update();
  expect(root.querySelector(".old")).not.toBeNull();
  host.removeAttribute("variant");
  view.update();
  expect(root.childElementCount).toBe(0);
  expect(asked[1]?.signal.aborted).toBe(true);
});

test("another language is drawn without asking again, and what was open stays open", async () => {
  const { root, page, view, asked, host } = await shown(SHIRT, factsOf(STANDARD, COURIER));
  root.querySelector("button")?.click();
  root.querySelector("button")?.focus();
  page.setLocale("tr");
  view.update();
  expect(textOf(root)).toContain("Teslimat");
  expect(root.querySelector("[lang=tr]")).not.toBeNull();
  expect(root.querySelector("ul")?.hidden).toBe(false);
  expect(root.activeElement).toBe(root.querySelector("button"));
  host.setAttribute("locale", "en");
  view.update();
  expect(textOf(root)).toContain("Arrives");
  expect(asked.length).toBe(1);
});

test("the page hears what is shown, and that nothing is", async () => {
  const heard = vi.fn();
  document.addEventListener("saleor-support:delivery", (event) => heard((event as CustomEvent).detail));
  const { asked, host, view } = await shown(SHIRT, factsOf(STANDARD, COURIER));
  expect(heard).toHaveBeenLastCalledWith({ ...SHIRT, cheapest: STANDARD, options: [STANDARD, COURIER] });
  host.setAttribute("variant", "second");
  view.update();
  await asked[1]?.answer("", 503);
  expect(heard).toHaveBeenLastCalledWith({ variant: "second", country: "tr", cheapest: null, options: [] });
});

test.each([
  [0, 0],
  [0.5, 15],
  [1, 30],
])("the service is asked again when its answer ends, not by all in the same second (%d)", async (chance, seconds) => {
  vi.spyOn(Math, "random").mockReturnValue(chance);
  const { asked, root } = await shown(SHIRT, factsOf(STANDARD));
  vi.advanceTimersByTime(12 * 3_600_000 + seconds * 1000 - 1);
  expect(asked.length).toBe(1);
  vi.advanceTimersByTime(1);
  expect(asked.length).toBe(2);
  expect(textOf(root)).toContain("Tue Nov 24");
  await asked[1]?.answer(factsOf({ ...STANDARD, window: null }));
  expect(textOf(root)).toBe("Shipping ₺29.90");
});

test("a shopper whose clock is days ahead asks no more than every five minutes", async () => {
  vi.setSystemTime(Date.parse("2026-12-24T12:00:00+03:00"));
  const { asked } = await shown(SHIRT, factsOf(STANDARD));
  vi.advanceTimersByTime(290_000);
  expect(asked.length).toBe(1);
  vi.advanceTimersByTime(20_000);
  expect(asked.length).toBe(2);
});

test("a page that nobody looks at asks when it is looked at again", async () => {
  const { asked } = await shown(SHIRT, factsOf(STANDARD));
  const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  vi.advanceTimersByTime(13 * 3_600_000);
  expect(asked.length).toBe(1);
  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event("visibilitychange"));
  expect(asked.length).toBe(2);
});

test("an element that left the page asks nothing, and one that came back asks for what it missed", async () => {
  const asked = aServer();
  const { place, root } = aPlace(SHIRT);
  const view = open(place);
  view.update();
  view.pause();
  expect(asked[0]?.signal.aborted).toBe(true);
  vi.advanceTimersByTime(13 * 3_600_000);
  document.dispatchEvent(new Event("visibilitychange"));
  expect(asked.length).toBe(1);
  view.update();
  await asked[1]?.answer(factsOf(STANDARD));
  expect(textOf(root)).toContain("Arrives");
});

test("a service that does not answer is given up", async () => {
  const asked = aServer();
  const { place, shows } = aPlace(SHIRT);
  open(place).update();
  vi.advanceTimersByTime(8_000);
  await settled();
  expect(asked[0]?.signal.aborted).toBe(true);
  expect(shows).toHaveBeenLastCalledWith(false);
});
