import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openChat } from "../src/chat/launcher";
import { remember } from "../src/chat/memory";
import type { PanelPlace } from "../src/chat/panelPlace";
import type { View } from "../src/place";
import { aPlace, auroraPage } from "./aPage";
import { answered, aService, contactOf } from "./aShop";

const views: View[] = [];

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ now: Date.parse("2026-11-21T18:00:00Z"), toFake: ["Date"] });
});
afterEach(() => {
  for (const view of views.splice(0)) view.pause();
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.unstubAllGlobals();
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
      hide: () => {
        told.push("hide");
        place.isShown(false);
      },
      show: (about?: unknown) => {
        told.push(["show", about]);
        place.isShown(true);
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
  const load = vi.fn(async (_: string) => ({ open: panel.open }));
  const calls = aService(() => answer);
  const there = aPlace(attributes, page);
  const view = openChat("static/c.js", load)(there.place);
  views.push(view);
  view.update();
  await answered();
  return { ...there, view, load, calls, panel, button: there.root.querySelector("button") };
}

test("before the first tap there is one question, one button, and nothing is kept", async () => {
  const { calls, load, button, shows } = await launched();
  expect(calls.map(({ method, path }) => [method, path])).toEqual([["GET", "tr/widget.json"]]);
  expect(load).not.toHaveBeenCalled();
  expect(button?.textContent).toBe("Help");
  expect([button?.type, button?.getAttribute("aria-expanded")]).toEqual(["button", "false"]);
  expect(button?.getAttribute("aria-controls")).toBe("panel");
  expect(shows).toHaveBeenLastCalledWith(true);
  expect(localStorage.length).toBe(0);
});

test.each([
  ["is down", "no answer" as const],
  ["is busy", [503, {}] as [number, unknown]],
  ["does not know the store", [404, { error: { code: "NOT_FOUND" } }] as [number, unknown]],
  ["answers nonsense", [200, ["login"]] as [number, unknown]],
  ["names no way to the shop", [200, contactOf({ channels: [] })] as [number, unknown]],
  ["does not say how long it holds", [200, contactOf({ until: "soon" })] as [number, unknown]],
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
  expect(load.mock.calls).toEqual([["https://support.example.com/static/c.js"]]);
  expect(panel.told).toEqual([["show", undefined]]);
  expect(button?.getAttribute("aria-expanded")).toBe("true");
  button?.click();
  expect([panel.told.at(-1), button?.getAttribute("aria-expanded")]).toEqual(["hide", "false"]);
  button?.click();
  expect(panel.told.at(-1)).toEqual(["show", undefined]);
  expect(load).toHaveBeenCalledOnce();
});

test("a panel that does not come is said so, and asked for again by the next tap", async () => {
  const { button, load, root, panel } = await launched();
  load.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  button?.click();
  await answered();
  expect(root.querySelector("[role=status]")?.textContent).toBe("This does not open right now. Please try again.");
  button?.click();
  await answered();
  expect(root.querySelector("[role=status]")?.textContent).toBe("");
  expect(load.mock.calls[1]).toEqual(["https://support.example.com/static/c.js?2"]);
  expect(panel.told.at(-1)).toEqual(["show", undefined]);
});

test("the page opens it too, before the button is there as well, and closes it", async () => {
  const page = auroraPage();
  page.wish("open", { text: "About the lamp" });
  const { panel } = await launched(undefined, page);
  expect(panel.told).toEqual([["show", { text: "About the lamp" }]]);
  page.wish("close", undefined);
  expect(panel.told.at(-1)).toBe("hide");
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
  const known = { token: "t", number: 12, seen: null, unread: 0, askedAt: 0 };
  remember(aPlace({}, page).place, known);
  const { load, panel } = await launched(undefined, page);
  expect(load).toHaveBeenCalledOnce();
  expect(new Set(panel.told)).toEqual(new Set(["update"]));
});

test("a launcher of another channel asks for that one", async () => {
  const { calls } = await launched(undefined, auroraPage(), { channel: "a/b" });
  expect(calls[0]?.path).toBe("a%2Fb/widget.json");
});

test("in another language it is named anew without asking again", async () => {
  const { page, view, button, calls } = await launched();
  page.setLocale("tr");
  view.update();
  expect([button?.textContent, button?.lang]).toEqual(["Yardım", "tr"]);
  expect(calls.length).toBe(1);
});

test("the merchant's colour is at hand for the style, and nothing but a colour", async () => {
  const { root } = await launched();
  const rules = () =>
    root.adoptedStyleSheets.map((sheet) => Array.from(sheet.cssRules, (rule) => rule.cssText).join()).join();
  expect(rules()).toContain("--shop-accent: #0f6269");
  const other = await launched([200, contactOf({ accent: "red}*{display:none" })]);
  const otherRules = Array.from(other.root.adoptedStyleSheets.at(-1)?.cssRules ?? []);
  expect(otherRules).toEqual([]);
});

test("what the shop said is asked for again once it has ended, and kept where no answer comes", async () => {
  const { panel, button, calls, shows } = await launched();
  button?.click();
  await answered();
  panel.place().contact();
  expect(calls.length).toBe(1);
  vi.setSystemTime(Date.parse("2026-11-23T06:00:01Z"));
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  const contact = panel.place().contact();
  await answered();
  expect(panel.place().contact()).toBe(contact);
  expect(shows).toHaveBeenLastCalledWith(true);
});
