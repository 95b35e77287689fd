import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { make } from "../src/markup";
import type { View } from "../src/place";
import { open } from "../src/signals/support-signals";
import { aPlace, auroraPage, settled } from "./aPage";
import { aService } from "./aShop";

vi.mock("../src/turn", () => ({ afterPaint: (call: () => void) => call() }));

const PAYING = { id: "Q2hlY2tvdXQ6MQ==", step: "payment" };
const IDLE_MS = 90_000;
const views: View[] = [];
let isMouse = true;
// What a page keeps where it may store nothing lives as long as the page: each test has a shop of its own.
let shops = 0;

beforeEach(() => {
  shops++;
  localStorage.clear();
  sessionStorage.clear();
  isMouse = true;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  vi.stubGlobal("matchMedia", () => ({ matches: isMouse }));
});
afterEach(() => {
  for (const view of views.splice(0)) view.pause();
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A checkout of a shopper who agreed, with the launcher on it. */
function watched(agreed = true) {
  const page = auroraPage({ store: `shop-${shops}` });
  page.behaviour = agreed;
  const calls = aService(() => [200, { ok: true }]);
  const there = aPlace({}, page);
  const launcher = there.root.appendChild(make("button", { part: "launcher", "aria-expanded": "false" }));
  const heard: unknown[] = [];
  there.host.addEventListener("saleor-support:raise", (event) => heard.push((event as CustomEvent).detail));
  const view = open(there.place);
  views.push(view);
  const find = (name: string) => there.root.querySelector<HTMLElement>(`[part="${name}"]`);
  const opens = () => {
    launcher.setAttribute("aria-expanded", "true");
    page.tell("open", null, there.host);
  };
  return { ...there, view, launcher, calls, heard, find, opens, told: () => calls.map(({ body }) => body) };
}

const isRaised = ({ find }: ReturnType<typeof watched>) => find("bubble")?.classList.contains("raised");
const leave = (clientY = -1) => document.documentElement.dispatchEvent(new MouseEvent("mouseleave", { clientY }));

/** This element lies there on the screen. */
function at(element: Element | null, [left, top, right, bottom]: readonly [number, number, number, number]): void {
  if (element) element.getBoundingClientRect = () => ({ left, top, right, bottom }) as DOMRect;
}

test("a coupon that failed is told once, and the launcher asks about it", async () => {
  const shop = watched();
  shop.page.track("coupon_failed", { checkout: PAYING.id });
  shop.page.track("coupon_failed", { checkout: PAYING.id });
  await settled();
  const address = `https://support.example.com/s/shop-${shops}/tr/signals`;
  expect(shop.calls.map(({ method, path }) => [method, path])).toEqual([["POST", address]]);
  expect(shop.told()).toEqual([{ checkout: PAYING.id, kind: "VOUCHER_REFUSED", raised: true }]);
  expect(shop.find("bubble-text")?.textContent).toBe("Did a code not work? Ask us, and we will look into it.");
  expect(shop.heard).toEqual([{ kind: "VOUCHER_REFUSED" }]);
});

test("in Turkish it asks in Turkish, and changes its language with the page", () => {
  const shop = watched();
  shop.page.track("account_wall", { checkout: PAYING.id });
  expect(shop.find("bubble")?.lang).toBe("en");
  shop.page.setLocale("tr");
  expect(shop.find("bubble-text")?.textContent).toBe("Giriş yapmakta zorlandınız mı? Siparişinize yardım edelim.");
  expect([shop.find("bubble")?.lang, shop.find("bubble-help")?.textContent]).toEqual(["tr", "Bize sorun"]);
});

test("the words are in a place that a screen reader already knew, and take no focus", () => {
  const shop = watched();
  const text = shop.find("bubble-text");
  expect([text?.getAttribute("aria-live"), text?.textContent]).toEqual(["polite", ""]);
  const before = document.activeElement;
  shop.page.track("coupon_failed", { checkout: PAYING.id });
  expect(shop.find("bubble-text")).toBe(text);
  expect(document.activeElement).toBe(before);
});

test("a minute and a half without a hand on the payment is told; any sign of one counts from anew", () => {
  const shop = watched();
  shop.page.track("checkout", PAYING);
  vi.advanceTimersByTime(IDLE_MS - 1);
  dispatchEvent(new Event("keydown"));
  vi.advanceTimersByTime(IDLE_MS - 1);
  expect(shop.told()).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(shop.told()).toEqual([{ checkout: PAYING.id, kind: "PAYMENT_IDLE", raised: true }]);
  vi.advanceTimersByTime(10 * IDLE_MS);
  expect(shop.told().length).toBe(1);
});

test.each(["cart", "address", "delivery", "", 7])("idling on %j is nobody's matter", (step) => {
  const shop = watched();
  shop.page.track("checkout", { id: PAYING.id, step });
  vi.advanceTimersByTime(10 * IDLE_MS);
  expect(shop.told()).toEqual([]);
});

test("who goes on from the payment, or ends the checkout, is not idle there", () => {
  const shop = watched();
  shop.page.track("checkout", PAYING);
  vi.advanceTimersByTime(IDLE_MS - 1);
  shop.page.track("checkout", null);
  vi.advanceTimersByTime(IDLE_MS);
  leave();
  expect(shop.told()).toEqual([]);
});

test("time on another tab is not time on this one", () => {
  const shop = watched();
  shop.page.track("checkout", PAYING);
  const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  vi.advanceTimersByTime(5 * IDLE_MS);
  hidden.mockReturnValue(false);
  dispatchEvent(new Event("visibilitychange"));
  vi.advanceTimersByTime(IDLE_MS - 1);
  expect(shop.told()).toEqual([]);
  vi.advanceTimersByTime(IDLE_MS);
  expect(shop.told().length).toBe(1);
});

test("who may be typing a card's number into a provider's frame is left alone", () => {
  const shop = watched();
  const frame = document.createElement("iframe");
  const active = vi.spyOn(document, "activeElement", "get").mockReturnValue(frame);
  shop.page.track("checkout", PAYING);
  vi.advanceTimersByTime(5 * IDLE_MS);
  expect(shop.told()).toEqual([]);
  active.mockReturnValue(document.body);
  vi.advanceTimersByTime(2 * IDLE_MS);
  expect(shop.told().length).toBe(1);
});

test("leaving at the top is told once; at a side, by finger or without a checkout it is not", () => {
  const shop = watched();
  leave();
  shop.page.track("checkout", { id: PAYING.id, step: "cart" });
  leave(300);
  isMouse = false;
  leave();
  expect(shop.told()).toEqual([]);
  isMouse = true;
  leave();
  leave();
  expect(shop.told()).toEqual([{ checkout: PAYING.id, kind: "EXIT_INTENT", raised: true }]);
});

test("who is leaving may say that it is cheaper elsewhere, and only they are asked", () => {
  const stuck = watched();
  stuck.page.track("coupon_failed", { checkout: PAYING.id });
  expect(stuck.find("bubble-cheaper")?.hidden).toBe(true);
  shops++;
  const shop = watched();
  const wishes: unknown[] = [];
  shop.page.answerWishes((...wish) => wishes.push(wish));
  shop.page.track("checkout", { id: PAYING.id, step: "cart" });
  leave();
  const cheaper = shop.find("bubble-cheaper");
  expect([cheaper?.hidden, cheaper?.textContent]).toEqual([false, "I found it cheaper"]);
  cheaper?.click();
  expect(wishes).toEqual([["open", { text: "I found it cheaper here: " }]]);
});

test("the launcher is raised once a session, whatever happens; the shop is told of all of it", () => {
  const shop = watched();
  shop.page.track("coupon_failed", { checkout: PAYING.id });
  shop.find("bubble-close")?.click();
  shop.page.track("account_wall", { checkout: PAYING.id });
  expect(isRaised(shop)).toBe(false);
  const next = watched();
  next.page.track("checkout", PAYING);
  vi.advanceTimersByTime(IDLE_MS);
  expect(isRaised(next)).toBe(false);
  expect([...shop.told(), ...next.told()].map((one) => [one?.kind, one?.raised])).toEqual([
    ["VOUCHER_REFUSED", true],
    ["ACCOUNT_WALL", false],
    ["PAYMENT_IDLE", false],
  ]);
});

test("who wants it never again has it never again, also after the session", () => {
  const shop = watched();
  shop.page.track("coupon_failed", { checkout: PAYING.id });
  shop.find("bubble-not-again")?.click();
  expect(isRaised(shop)).toBe(false);
  sessionStorage.clear();
  const later = watched();
  later.page.track("coupon_failed", { checkout: PAYING.id });
  expect([isRaised(later), later.told()[0]?.raised]).toEqual([false, false]);
  expect(localStorage.getItem(`saleor-support:not-again:shop-${shops}`)).toBe("1");
});

test("Escape closes it, and gives a focus that was in it to the launcher", () => {
  const shop = watched();
  shop.page.track("coupon_failed", { checkout: PAYING.id });
  shop.find("bubble-help")?.focus();
  dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  expect(isRaised(shop)).toBe(false);
  expect(shop.root.activeElement).toBe(shop.launcher);
});

test("asking for help opens the panel, and an open panel needs no bubble", () => {
  const shop = watched();
  const wishes: unknown[] = [];
  shop.page.answerWishes((wish) => wishes.push(wish));
  shop.page.track("coupon_failed", { checkout: PAYING.id });
  shop.find("bubble-help")?.click();
  expect(wishes).toEqual(["open"]);
  shop.opens();
  expect(isRaised(shop)).toBe(false);
});

test.each([
  ["<dialog open>3-D Secure</dialog>"],
  ["<div role='dialog'>Cookies</div>"],
  ["<div aria-modal='true'>Sign in</div>"],
])("while the page shows %s nothing is raised, and later something else may be", (html) => {
  const shop = watched();
  const over = document.body.appendChild(document.createElement("div"));
  over.innerHTML = html;
  shop.page.track("coupon_failed", { checkout: PAYING.id });
  expect([isRaised(shop), shop.told()[0]?.raised]).toEqual([false, false]);
  over.remove();
  shop.page.track("account_wall", { checkout: PAYING.id });
  expect(isRaised(shop)).toBe(true);
});

test("it never lies over what the keyboard is at, and gives way to what comes under it", () => {
  const shop = watched();
  const [field, other] = ["input", "input"].map((name) => document.body.appendChild(document.createElement(name)));
  at(shop.find("bubble"), [200, 500, 500, 600]);
  at(field ?? null, [100, 550, 300, 580]);
  at(other ?? null, [100, 100, 300, 130]);
  field?.focus();
  shop.page.track("coupon_failed", { checkout: PAYING.id });
  expect([isRaised(shop), shop.told()[0]?.raised]).toEqual([false, false]);
  other?.focus();
  shop.page.track("account_wall", { checkout: PAYING.id });
  expect(isRaised(shop)).toBe(true);
  field?.focus();
  field?.dispatchEvent(new FocusEvent("focusin", { bubbles: true, composed: true }));
  expect(isRaised(shop)).toBe(false);
});

test("what happened before the shopper agreed is not told, and nothing is after they took it back", () => {
  const shop = watched(false);
  shop.page.track("coupon_failed", { checkout: PAYING.id });
  shop.page.track("checkout", PAYING);
  vi.advanceTimersByTime(IDLE_MS);
  leave();
  expect(shop.told()).toEqual([]);
  shop.page.behaviour = true;
  shop.page.changed();
  expect(shop.told()).toEqual([]);
  vi.advanceTimersByTime(IDLE_MS);
  expect(shop.told()).toEqual([{ checkout: PAYING.id, kind: "PAYMENT_IDLE", raised: true }]);
  shop.page.behaviour = false;
  shop.page.changed();
  expect(isRaised(shop)).toBe(false);
  expect(sessionStorage.length).toBe(0);
  shop.page.track("account_wall", { checkout: PAYING.id });
  leave();
  expect(shop.told().length).toBe(1);
});

test("drawn again, the launcher is watched once; off the page it is not, and is again once it is back", () => {
  const shop = watched();
  shop.page.track("checkout", PAYING);
  expect(open(shop.place)).toBe(shop.view);
  expect(shop.root.querySelectorAll("[part=bubble]").length).toBe(1);
  shop.host.remove();
  leave();
  vi.advanceTimersByTime(IDLE_MS);
  shop.page.track("coupon_failed", { checkout: PAYING.id });
  expect(shop.told()).toEqual([]);
  document.body.append(shop.host);
  open(shop.place);
  vi.advanceTimersByTime(IDLE_MS);
  expect(shop.told().map((one) => one?.kind)).toEqual(["VOUCHER_REFUSED", "PAYMENT_IDLE"]);
});

test("nonsense from the page is nobody's trouble", () => {
  const shop = watched();
  for (const facts of [undefined, null, "x", 7, { checkout: 7 }, { id: {} }])
    for (const name of ["coupon_failed", "checkout", "toString", ""]) shop.page.track(name, facts);
  leave();
  expect(shop.told()).toEqual([]);
});

test("a service that is down is not told, and nobody notices", async () => {
  const shop = watched();
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  shop.page.track("coupon_failed", { checkout: PAYING.id });
  await settled();
  expect(isRaised(shop)).toBe(true);
});
