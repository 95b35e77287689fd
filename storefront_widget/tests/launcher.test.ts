import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openChat } from "../src/chat/launcher";
import { remember } from "../src/chat/memory";
import type { PanelPlace } from "../src/chat/panelPlace";
import type { loadChunk } from "../src/load";
import type { View } from "../src/place";
import { aPlace, auroraPage } from "./aPage";
import { answered, aService, contactOf, FORM } from "./aShop";

const views: View[] = [];

beforeEach(() => {
  localStorage.clear();
  vi.stubEnv("TZ", "Europe/Istanbul");
  vi.useFakeTimers({ now: Date.parse("2026-11-21T18:00:00Z"), toFake: ["Date"] });
});
afterEach(() => {
  for (const view of views.splice(0)) view.pause();
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

/** A panel that notes what it is told. */
function aPanel() {
  const told: unknown[] = [];
  let given: PanelPlace | undefined;
  const open = (place: PanelPlace) => {
    given = place;
    return {
      update: () => told.push("update"),
      pause: () => told.push("pause"),
      close: () => {
        told.push("close");
        place.launcher.setAttribute("aria-expanded", "false");
      },
      open: (about?: unknown) => {
        told.push(["open", about]);
        place.launcher.setAttribute("aria-expanded", "true");
      },
    };
  };
  return { told, open, place: () => given as PanelPlace };
}

async function launched(
  answer: [number, unknown] | "no answer" = [200, contactOf()],
  page = auroraPage(),
  attributes = {},
) {
  const panel = aPanel();
  const watch = vi.fn();
  const load = vi.fn(async (address: string) => ({ open: address.endsWith("s.js") ? watch : panel.open }));
  const calls = aService(() => answer);
  const there = aPlace(attributes, page);
  const view = openChat(there.place, load as typeof loadChunk);
  views.push(view);
  view.update();
  await answered();
  return { ...there, view, load, calls, panel, watch, button: there.root.querySelector("button") };
}

test("before the first tap there is one question, one button, and nothing is kept", async () => {
  const { calls, load, button, shows } = await launched();
  expect(calls.map(({ method, path }) => [method, path])).toEqual([["GET", "tr/widget.json"]]);
  expect(load).not.toHaveBeenCalled();
  expect(button?.textContent).toBe("Help Back Monday 9:00 AM");
  expect([button?.type, button?.getAttribute("aria-expanded")]).toEqual(["button", "false"]);
  expect(shows).toHaveBeenLastCalledWith(true);
  expect(localStorage.length).toBe(0);
});

test.each([
  ["en", { state: "online", channels: [{ ...FORM, reply_minutes: 4 }] }, "Usually replies in 4 min"],
  ["tr", { state: "online", channels: [{ ...FORM, reply_minutes: 4 }] }, "Genellikle 4 dk. içinde yanıt verir"],
  ["en", { state: "online", channels: [{ ...FORM, reply_minutes: 95 }] }, "Usually replies in 2 hr"],
  ["en", { state: "online", channels: [FORM] }, ""],
  ["en", { state: "busy", waiting: { number: 3, minutes: 4 } }, "You are no. 3, about 4 min"],
  ["tr", { state: "busy", waiting: { number: 3, minutes: 4 } }, "Sıranız 3, yaklaşık 4 dk."],
  ["en", { state: "closed", opens_at: "2026-11-21T20:00:00Z" }, "Back today 11:00 PM"],
  ["tr", { state: "closed", opens_at: "2026-11-22T06:00:00Z" }, "Dönüş: yarın 09:00"],
  ["en", { state: "closed", opens_at: "2026-12-03T06:00:00Z" }, "Back December 3 9:00 AM"],
  ["en", { state: "closed", opens_at: null }, "Leave a message"],
  ["tr", { state: "closed", opens_at: null }, "Mesaj bırakın"],
])("in %s it says %j as it is: %s", async (locale, changed, said) => {
  const { root } = await launched([200, contactOf(changed)], auroraPage({ locale }));
  expect(root.querySelector("[part=launcher-state]")?.textContent).toBe(said);
});

test("a page that says at which stage of buying it is says so in the one question", async () => {
  const named = await launched(undefined, auroraPage({ stage: "cart" }));
  expect(named.calls[0]?.path).toBe("tr/widget.json?at=cart");
  const own = await launched(undefined, auroraPage({ stage: "cart" }), { stage: "product" });
  expect(own.calls[0]?.path).toBe("tr/widget.json?at=product");
});

test("a shop that opens a tool of its own keeps the panel closed, and knows what the page is about", async () => {
  const about = { stage: "product", about: "Brass lamp", "about-id": "UHJv" };
  const { button, host, load } = await launched(undefined, undefined, about);
  const details: unknown[] = [];
  const heard = (event: Event) => {
    details.push((event as CustomEvent).detail);
    event.preventDefault();
  };
  host.addEventListener("saleor-support:opening", heard);
  button?.click();
  await answered();
  expect(load).not.toHaveBeenCalled();
  expect(details).toEqual([{ stage: "product", name: "Brass lamp", id: "UHJv" }]);
  host.removeEventListener("saleor-support:opening", heard);
  button?.click();
  await answered();
  expect(load).toHaveBeenCalledOnce();
});

test.each([
  ["is down", "no answer" as const],
  ["is busy", [503, {}] as [number, unknown]],
  ["does not know the store", [404, { error: { code: "NOT_FOUND" } }] as [number, unknown]],
  ["answers nonsense", [200, ["login"]] as [number, unknown]],
  ["names no way to the shop", [200, contactOf({ channels: [] })] as [number, unknown]],
])("where the service %s there is no button", async (_, answer) => {
  const { root, shows } = await launched(answer);
  expect(root.childElementCount).toBe(0);
  expect(shows).toHaveBeenLastCalledWith(false);
});

test("the first tap fetches the panel, further ones close and open it", async () => {
  const { button, load, panel } = await launched();
  button?.click();
  button?.click(); // while it is on its way: open is open
  await answered();
  expect(load.mock.calls).toEqual([["https://support.example.com/static/storefront_widget/c.js"]]);
  expect(panel.told).toEqual([["open", undefined]]);
  expect(button?.getAttribute("aria-expanded")).toBe("true");
  button?.click();
  expect([panel.told.at(-1), button?.getAttribute("aria-expanded")]).toEqual(["close", "false"]);
  button?.click();
  expect(panel.told.at(-1)).toEqual(["open", undefined]);
  expect(load).toHaveBeenCalledOnce();
});

test("a panel that does not come is said so, and asked for again by the next tap", async () => {
  const { button, load, root, panel } = await launched();
  load.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  button?.click();
  await answered();
  expect(root.querySelector("[role=status]")?.textContent).toBe("This does not open. Please try again.");
  button?.click();
  await answered();
  expect(root.querySelector("[role=status]")?.textContent).toBe("");
  expect(load.mock.calls[1]).toEqual(["https://support.example.com/static/storefront_widget/c.js?2"]);
  expect(panel.told.at(-1)).toEqual(["open", undefined]);
});

test("the page opens it too, before the button is there as well, and closes it", async () => {
  const page = auroraPage();
  page.wish("open", { text: "About the lamp" });
  const { panel } = await launched(undefined, page);
  expect(panel.told).toEqual([["open", { text: "About the lamp" }]]);
  page.wish("close", undefined);
  expect(panel.told.at(-1)).toBe("close");
});

test("a page that changed its mind while the panel was on its way sees none", async () => {
  const page = auroraPage();
  const { panel } = await launched(undefined, page);
  page.wish("open", undefined);
  page.wish("close", undefined);
  await answered();
  expect(panel.told).toEqual(["update"]);
});

test("a launcher that left the page hears no wish", async () => {
  const page = auroraPage();
  const { view, load } = await launched(undefined, page);
  view.pause();
  page.wish("open", undefined);
  await answered();
  expect(load).not.toHaveBeenCalled();
});

test("where a conversation waits the panel comes without a tap, and stays closed", async () => {
  const page = auroraPage();
  const known = { token: "t", number: 12, seen: 0, unread: 0, askedAt: 0 };
  remember(aPlace({}, page).place, known);
  const { load, panel } = await launched(undefined, page);
  expect(load).toHaveBeenCalledOnce();
  expect(new Set(panel.told)).toEqual(new Set(["update"]));
});

test("what notices where a shopper is stuck comes once they agreed and the page told something, not before", async () => {
  const page = auroraPage();
  const { load, place, view, watch } = await launched(undefined, page);
  page.track("checkout", { id: "c", step: "payment" });
  view.update();
  page.tracked.length = 0;
  page.behaviour = true;
  view.update();
  expect(load).not.toHaveBeenCalled();
  page.track("checkout", { id: "c", step: "payment" });
  view.update();
  await answered();
  expect(load.mock.calls).toEqual([["https://support.example.com/static/storefront_widget/s.js"]]);
  expect(watch.mock.calls).toEqual([[place]]);
});

test("where it does not come the launcher works as it did", async () => {
  const page = auroraPage();
  const { load, view, button, panel } = await launched(undefined, page);
  load.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  page.behaviour = true;
  page.track("checkout", { id: "c", step: "payment" });
  view.update();
  await answered();
  button?.click();
  await answered();
  expect(panel.told).toEqual([["open", undefined]]);
});

test("a launcher of another channel asks for that one", async () => {
  const { calls } = await launched(undefined, auroraPage(), { channel: "a/b" });
  expect(calls[0]?.path).toBe("a%2Fb/widget.json");
});

test("in another language it is named anew without asking again", async () => {
  const { page, view, button, calls } = await launched();
  page.setLocale("tr");
  view.update();
  expect([button?.textContent, button?.lang]).toEqual(["Yardım Dönüş: Pazartesi 09:00", "tr"]);
  expect(calls.length).toBe(1);
});

test("the merchant's colour is at hand for the style, and nothing but a colour", async () => {
  const rulesOf = ({ adoptedStyleSheets }: ShadowRoot) =>
    adoptedStyleSheets.flatMap((sheet) => Array.from(sheet.cssRules, (rule) => rule.cssText)).join();
  const { root } = await launched();
  expect(rulesOf(root)).toContain("--shop-accent: #0f6269");
  const other = await launched([200, contactOf({ accent: "red}*{display:none" })]);
  expect(rulesOf(other.root)).not.toContain("--shop-accent:");
});

test("what the shop said is asked for again when the panel wants it, and kept where no answer comes", async () => {
  const { panel, button, calls, shows } = await launched();
  button?.click();
  await answered();
  const before = panel.place().contact();
  panel.place().askAgain();
  await answered();
  expect([calls.length, panel.place().contact() === before, panel.told.at(-1)]).toEqual([2, false, "update"]);
  const contact = panel.place().contact();
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  panel.place().askAgain();
  await answered();
  expect(panel.place().contact()).toBe(contact);
  expect(shows).toHaveBeenLastCalledWith(true);
});
