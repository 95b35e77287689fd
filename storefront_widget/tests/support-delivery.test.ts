import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { open as openAnywhere } from "../src/delivery/support-delivery";
import type { Place, View } from "../src/place";
import { aPlace, aServer, auroraPage, COURIER, factsOf, LIRA, STANDARD, settled } from "./aPage";
import { EN_STEPS, STEPS, TR_STEPS, WEEK } from "./deliverySteps";

const SHIRT = { variant: "UHJvZHVjdFZhcmlhbnQ6MQ==", country: "tr" };
const ADDRESS = "https://support.example.com/s/aurora-key/tr/delivery/UHJvZHVjdFZhcmlhbnQ6MQ%3D%3D/TR";

const said = (element: Element | null | undefined) => (element?.textContent ?? "").replace(/\s+/g, " ");
const textOf = (root: ShadowRoot) => said(root.querySelector("[part=text]"));
const costOf = (root: ShadowRoot) =>
  Array.from(root.querySelector("[part=cost]")?.children ?? [], (piece) => said(piece));
const button = (root: ShadowRoot) => root.querySelector<HTMLButtonElement>("[part=button]");

/** The chunk for what is seen on demand has come, too. */
async function answered(): Promise<void> {
  await import("../src/delivery/more");
  await settled();
}

const views: View[] = [];

function open(place: Place): View {
  const view = openAnywhere(place);
  views.push(view);
  return view;
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-23T12:00:00+03:00"), toFake: ["Date", "setTimeout", "clearTimeout"] });
  vi.stubGlobal("scheduler", { yield: () => Promise.resolve() });
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

test("a shopper reads the days, the price and the place of the cheapest way", async () => {
  const { root, asked, shows } = await shown(SHIRT, factsOf(STANDARD, COURIER));
  expect(asked.map(({ url }) => url)).toEqual([ADDRESS]);
  expect(textOf(root)).toBe("Get it Tue Nov 24 – Wed Nov 25");
  expect(root.querySelectorAll("p").length).toBe(3);
  expect(costOf(root)).toEqual(["Shipping ₺29.90 incl. VAT"]);
  expect(said(root.querySelector("[part=place]"))).toBe("to Türkiyechange");
  expect(Array.from(root.querySelectorAll("time"), (time) => time.dateTime)).toEqual(["2026-11-24", "2026-11-25"]);
  expect(shows).toHaveBeenLastCalledWith(true);
});

test.each([
  [{}, { window: { from: "2026-11-24", to: "2026-11-24" } }, "Get it Tue Nov 24"],
  [{}, { cutoff: "2026-11-23T15:00:30+03:00" }, "Order within 3 h 0 min, get it Tue Nov 24 – Wed Nov 25"],
  [{}, { cutoff: "2026-11-23T12:12:59+03:00" }, "Order within 12 min, get it Tue Nov 24 – Wed Nov 25"],
  [{}, { cutoff: "2026-11-23T12:00:20+03:00" }, "Order within 1 min, get it Tue Nov 24 – Wed Nov 25"],
  [{}, { cutoff: "2026-11-23T11:59:59+03:00" }, "Get it Tue Nov 24 – Wed Nov 25"],
  [{}, { cutoff: "2026-11-24T12:00:01+03:00" }, "Get it Tue Nov 24 – Wed Nov 25"],
  [{}, { window: null }, "Delivery date not known yet"],
  [{}, { window: null, reason: "OUT_OF_STOCK" }, "Out of stock, no delivery date"],
  [{}, { window: null, reason: "NEWS_FROM_A_LATER_SERVICE" }, "Delivery date not known yet"],
  [{ locale: "tr" }, {}, "Teslimat 24 Kas Sal – 25 Kas Çar"],
  [
    { locale: "tr" },
    { cutoff: "2026-11-23T15:12:00+03:00" },
    "3 sa 12 dk içinde sipariş verin, teslimat 24 Kas Sal – 25 Kas Çar",
  ],
  [{ locale: "en-GB" }, {}, "Get it Tue 24 – Wed 25 Nov"],
  [{ locale: "en-GB" }, { window: { from: "2026-11-30", to: "2026-12-01" } }, "Get it Mon 30 Nov – Tue 1 Dec"],
  [{ locale: "ar" }, { window: null }, "Delivery date not known yet"],
])("with %j and %j the first row says %j", async (attributes, option, text) => {
  const { root } = await shown({ ...SHIRT, ...attributes }, factsOf({ ...STANDARD, ...option }));
  await answered();
  expect(textOf(root)).toBe(text);
});

test.each([
  [{}, {}, {}, ["Shipping ₺29.90 incl. VAT"]],
  [{ locale: "tr" }, {}, {}, ["Kargo ₺29,90 KDV dahil"]],
  [{}, { tax: "EXCLUDED" }, {}, ["Shipping ₺29.90 plus VAT"]],
  [{ country: "US" }, { tax: "EXCLUDED" }, { country: "US" }, ["Shipping ₺29.90 plus tax"]],
  [{}, { tax: "AT_CHECKOUT" }, {}, ["Shipping ₺29.90 tax at checkout"]],
  [{}, { price: LIRA("0.00") }, { freeFrom: LIRA("600.00") }, ["Free delivery"]],
  [{}, {}, { freeFrom: LIRA("600.00") }, ["Shipping ₺29.90 incl. VAT", "free from ₺600.00"]],
  [
    { subtotal: "480.10" },
    {},
    { freeFrom: LIRA("600.00") },
    ["Shipping ₺29.90 incl. VAT", "₺119.90 more for free delivery"],
  ],
  [{}, {}, { region: { duties: true, note: "" } }, ["Shipping ₺29.90 incl. VAT", "duties extra"]],
  [{}, { needs: LIRA("500") }, { cheapest: null }, ["Shipping ₺29.90 incl. VAT", "from ₺500.00"]],
])("with %j, %j and %j the second row says %j", async (attributes, option, facts, pieces) => {
  const { root } = await shown({ ...SHIRT, ...attributes }, { ...factsOf({ ...STANDARD, ...option }), ...facts });
  expect(costOf(root)).toEqual(pieces);
});

test("the fastest way is said beside the cheapest", async () => {
  const fast = { ...COURIER, window: { from: "2026-11-23", to: "2026-11-23" } };
  const { root } = await shown(SHIRT, { ...factsOf(STANDARD, fast), fastest: "courier" });
  expect(costOf(root)).toEqual(["Shipping ₺29.90 incl. VAT", "Mon Nov 23 for ₺49.90"]);
});

test("what is not shipped has neither place nor price, and what can only be fetched has its shops", async () => {
  const { root } = await shown(SHIRT, { ...factsOf(), reason: "NOT_SHIPPED" });
  await answered();
  expect([textOf(root), root.querySelector("[part=place]"), button(root)]).toEqual(["Nothing is shipped", null, null]);
  const moda = { id: "1", name: "Moda", address: "Moda 3", ready: "2026-11-24", cutoff: null, hours: [] };
  const other = await shown(SHIRT, { ...factsOf(), pickup: [moda] });
  await answered();
  expect(textOf(other.root)).toBe("Not delivered there");
  button(other.root)?.click();
  await answered();
  expect(said(other.root.querySelector("[part=pickup]"))).toBe("ModaReady Tue Nov 24Moda 3");
});

test("the time left follows the minutes, and the service is asked anew when it is over", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const until = { ...STANDARD, cutoff: "2026-11-23T12:02:30+03:00" };
  const { root, asked, place } = await shown(SHIRT, factsOf(until));
  expect(textOf(root)).toContain("within 2 min");
  const drawn = root.querySelector(".delivery");
  vi.advanceTimersByTime(30_000);
  expect(textOf(root)).toContain("within 2 min");
  vi.advanceTimersByTime(1);
  expect(textOf(root)).toContain("within 1 min");
  expect(root.querySelector<HTMLTimeElement>("[part=countdown]")?.dateTime).toBe("PT1M");
  expect(root.querySelector(".delivery")).toBe(drawn);
  vi.advanceTimersByTime(119_998);
  expect(asked.length).toBe(1);
  vi.advanceTimersByTime(1);
  expect(asked.length).toBe(2);
  expect(root.querySelector(".delivery")).toBe(drawn); // no flash: it stands until the answer is drawn
  expect(root.querySelector(".old")).toBeNull();
  await asked[1]?.answer(factsOf({ ...STANDARD, window: { from: "2026-11-25", to: "2026-11-26" } }));
  expect(textOf(root)).toBe("Get it Wed Nov 25 – Thu Nov 26");
  expect(place.host.isConnected).toBe(true);
});

test("the time left goes by the service's clock where the shopper's is wrong", async () => {
  const asked = aServer();
  const { place, root } = aPlace(SHIRT);
  open(place).update();
  const facts = factsOf({ ...STANDARD, cutoff: "2026-11-23T15:00:00+03:00" });
  await asked[0]?.answer(facts, 200, "Mon, 23 Nov 2026 11:00:00 GMT"); // 14:00 there, 12:00 here
  expect(textOf(root)).toContain("within 1 h 0 min");
});

test("nobody is hurried on a page that is not looked at, and what is said is right when it is", async () => {
  const { root } = await shown(SHIRT, factsOf({ ...STANDARD, cutoff: "2026-11-23T15:00:00+03:00" }));
  const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  document.dispatchEvent(new Event("visibilitychange"));
  vi.advanceTimersByTime(3_600_000);
  expect(textOf(root)).toContain("within 3 h 0 min");
  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event("visibilitychange"));
  expect(textOf(root)).toContain("within 2 h 0 min");
});

test("who has more than a day sees the days alone until there is one left", async () => {
  const facts = {
    ...factsOf({ ...STANDARD, cutoff: "2026-11-24T12:00:10+03:00" }),
    until: "2026-11-25T00:00:00+03:00",
  };
  const { root } = await shown(SHIRT, facts);
  expect(textOf(root)).toMatch(/^Get it/);
  vi.advanceTimersByTime(10_000);
  await settled();
  expect(textOf(root)).toContain("within 24 h 0 min");
});

test("all there is to know is behind a button that says whether it is shown", async () => {
  const { root } = await shown(SHIRT, factsOf(STANDARD, COURIER));
  expect(button(root)?.getAttribute("aria-label")).toBe("Delivery options");
  expect([button(root)?.getAttribute("aria-expanded"), root.querySelector("#details")]).toEqual(["false", null]);
  button(root)?.click();
  await answered();
  expect(button(root)?.getAttribute("aria-expanded")).toBe("true");
  expect(root.querySelector("#details")?.id).toBe(button(root)?.getAttribute("aria-controls"));
  const rows = Array.from(root.querySelectorAll("li"), (row) => Array.from(row.children, (part) => part.textContent));
  expect(rows).toEqual([
    ["Standard", "₺29.90 incl. VAT", "Tue Nov 24 – Wed Nov 25"],
    ["Courier", "₺49.90 incl. VAT", "Delivery date not known yet"],
  ]);
  button(root)?.click();
  expect([button(root)?.getAttribute("aria-expanded"), root.querySelector("#details")]).toEqual(["false", null]);
});

test.each([
  ["en", EN_STEPS],
  ["tr", TR_STEPS],
])("why it is that date is told step by step (%s)", async (locale, sentences) => {
  const { root } = await shown({ ...SHIRT, locale }, factsOf({ ...STANDARD, steps: STEPS }));
  button(root)?.click();
  await answered();
  expect(Array.from(root.querySelectorAll("[part=step]"), said)).toEqual(sentences);
});

test("returns, help, duties and where to fetch it are told, and only pages are linked", async () => {
  const body = {
    ...factsOf(STANDARD),
    freeFrom: LIRA("600"),
    region: { duties: true, note: "About 20 %." },
    returns: { days: 30, url: "https://shop.example/returns" },
    wrong: { url: "javascript:alert(1)" },
    pickup: [{ id: "1", name: "Moda", address: "Moda 3", ready: null, cutoff: null, hours: WEEK }],
  };
  const { root } = await shown(SHIRT, body);
  button(root)?.click();
  await answered();
  expect(Array.from(root.querySelectorAll("a"), (link) => [link.textContent, link.href])).toEqual([
    ["Send it back within 30 days", "https://shop.example/returns"],
  ]);
  expect(said(root.querySelector("[part=note]"))).toBe("Free delivery from ₺600.00");
  expect(said(root.querySelector("[part=pickup]"))).toBe(
    "ModaNo day known yetModa 3Mon–Fri 9:00 AM–6:00 PM · Sat 10:00 AM–2:00 PM · Sun closed",
  );
  expect(said(root.querySelector("[part=notice]"))).toBe("About 20 %.");
  root.querySelector<HTMLButtonElement>("[part=dismiss]")?.click();
  expect(root.querySelector("[part=notice]")).toBeNull();
  button(root)?.click();
  button(root)?.click();
  await answered();
  expect(root.querySelector("#details")).not.toBeNull();
  expect(root.querySelector("[part=notice]")).toBeNull(); // the shopper has seen it
});

test("a merchant's name for a method is text and never HTML", async () => {
  const { root } = await shown(SHIRT, factsOf(STANDARD, { ...COURIER, name: "<img src=x onerror=alert(1)>" }));
  button(root)?.click();
  await answered();
  expect(root.querySelector("img")).toBeNull();
  expect(root.querySelectorAll("[part=option-name]")[1]?.textContent).toContain("<img");
});

test.each([
  ["nothing is said", { ...factsOf(), reason: null }, 200],
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
  await asked[1]?.answer(factsOf({ ...STANDARD, price: LIRA("1") }));
  await asked[0]?.answer(factsOf({ ...STANDARD, price: LIRA("2") }));
  expect(costOf(root)).toEqual(["Shipping ₺1.00 incl. VAT"]);
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
  button(root)?.click();
  button(root)?.focus();
  await answered();
  page.setLocale("tr");
  view.update();
  await answered();
  expect(textOf(root)).toContain("Teslimat");
  expect(root.querySelector(".delivery[lang=tr]")).not.toBeNull();
  expect(root.querySelectorAll("#details").length).toBe(1);
  expect(said(root.querySelector("[part=option-price]"))).toBe("₺29,90 KDV dahil");
  expect(root.activeElement).toBe(button(root));
  host.setAttribute("locale", "en");
  view.update();
  await answered();
  expect(textOf(root)).toContain("Get it");
  expect(asked.length).toBe(1);
});

test("the page hears what is shown and promised, and that nothing is", async () => {
  const [heard, promised] = [vi.fn(), vi.fn()];
  document.addEventListener("saleor-support:delivery", (event) => heard((event as CustomEvent).detail));
  document.addEventListener("saleor-support:promise", (event) => promised((event as CustomEvent).detail));
  const { asked, host, view } = await shown({ ...SHIRT, quantity: "2" }, factsOf(STANDARD, COURIER));
  const place = { country: "TR", postalCode: "" };
  const options = [STANDARD, COURIER];
  const { variant } = SHIRT;
  expect(heard).toHaveBeenLastCalledWith({ ...place, variant, cheapest: STANDARD, fastest: null, options });
  expect(promised).toHaveBeenLastCalledWith({ variant, quantity: 2, promise: "signed" });
  host.setAttribute("variant", "second");
  view.update();
  await asked[1]?.answer("", 503);
  expect(heard).toHaveBeenLastCalledWith({ ...place, variant: "second", cheapest: null, fastest: null, options: [] });
  expect(promised).toHaveBeenLastCalledWith({ variant: "second", quantity: 2, promise: null });
});

test.each([
  [{ "postal-code": " 34710 " }, `${ADDRESS}/34710`],
  [{ "postal-code": "SW1A 1AA" }, `${ADDRESS}/SW1A%201AA`],
  [{ quantity: "1" }, ADDRESS],
  [{ quantity: "3", subtotal: "129.90" }, `${ADDRESS}?quantity=3&subtotal=129.90`],
])("what is asked says where and how many: %j", async (attributes, url) => {
  const { asked } = await shown({ ...SHIRT, ...attributes }, factsOf(STANDARD));
  expect(asked.map((one) => one.url)).toEqual([url]);
});

test("a postal code of the page that is wrong is said, with the button to change it", async () => {
  const refused = { error: { code: "POSTAL_CODE_WRONG", message: "…" } };
  const { root } = await shown({ ...SHIRT, "postal-code": "1" }, refused, auroraPage(), 422);
  await answered();
  expect(textOf(root)).toBe("That country has no such postal code");
  expect(root.querySelector("[part=change]")).not.toBeNull();
  expect(root.querySelectorAll("time").length).toBe(0);
});

test("where the page names no country, the service guesses one, once a page", async () => {
  const asked = aServer();
  const page = auroraPage({ store: "guessing" });
  const [one, other] = [aPlace({ variant: "x" }, page), aPlace({ variant: "y", country: "Turkey" }, page)];
  for (const { place } of [one, other]) open(place).update();
  expect(asked.map(({ url }) => url)).toEqual(["https://support.example.com/s/guessing/tr/region.json"]);
  await asked[0]?.answer({ country: "DE", source: "IP" });
  await answered();
  expect(asked.slice(1).map(({ url }) => url.split("/delivery/")[1])).toEqual(["x/DE", "y/DE"]);
  await asked[1]?.answer(factsOf(STANDARD));
  expect(said(one.root.querySelector("[part=destination]"))).toBe("Germany");
  expect(sessionStorage.length + localStorage.length).toBe(0);
});

test("where nobody knows the country, nothing stands there", async () => {
  const asked = aServer();
  const { place, root } = aPlace({ variant: "x" }, auroraPage({ store: "nowhere" }));
  open(place).update();
  await asked[0]?.answer("", 503);
  await answered();
  expect([asked.length, root.childElementCount]).toEqual([1, 0]);
});

test("an answer that the shop's server got is shown without asking, once and while it is true", async () => {
  const asked = aServer();
  const { place, host, root } = aPlace({ variant: "x", country: "TR" });
  Object.assign(host, { facts: factsOf(STANDARD) });
  const view = open(place);
  view.update();
  await answered();
  expect([textOf(root), asked.length]).toEqual(["Get it Tue Nov 24 – Wed Nov 25", 0]);
  host.setAttribute("variant", "second");
  view.update();
  expect(asked.map(({ url }) => url.split("/delivery/")[1])).toEqual(["second/TR"]);
});

test.each([
  ["of another country", { country: "DE" }],
  ["of another place", { postalCode: "34710" }],
  ["that has ended", { until: "2026-11-23T08:00:00Z" }],
])("an answer %s is asked for anew", async (_, changed) => {
  const asked = aServer();
  const { place, host } = aPlace({ variant: "x", country: "TR" });
  Object.assign(host, { facts: { ...factsOf(STANDARD), ...changed } });
  open(place).update();
  expect(asked.length).toBe(1);
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
  expect(textOf(root)).toBe("Delivery date not known yet");
});

test("a shopper whose clock is days ahead asks no more than once a minute", async () => {
  vi.setSystemTime(Date.parse("2026-12-24T12:00:00+03:00"));
  const { asked } = await shown(SHIRT, factsOf(STANDARD));
  vi.advanceTimersByTime(59_000);
  expect(asked.length).toBe(1);
  vi.advanceTimersByTime(1_000);
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
  expect(textOf(root)).toContain("Get it");
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
