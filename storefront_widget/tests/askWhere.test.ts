import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { countriesFor } from "../src/delivery/countries";
import { open } from "../src/delivery/support-delivery";
import type { Page } from "../src/page";
import type { View } from "../src/place";
import { aPlace, aServer, auroraPage, factsOf, STANDARD, settled } from "./aPage";

const KEY = "saleor-support:place:aurora-key";
const shown: { view: View; host: HTMLElement }[] = [];

beforeEach(() => {
  vi.stubGlobal("scheduler", { yield: () => Promise.resolve() });
});
// What the page remembers lives as long as its modules.
let next = 0;
afterEach(() => {
  for (const { view, host } of shown.splice(0)) {
    view.pause();
    host.remove();
  }
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

async function settledWithMore(): Promise<void> {
  await import("../src/delivery/more");
  await settled();
}

function aLine(attributes: Readonly<Record<string, string>>, page: Page) {
  const there = aPlace({ variant: "x", country: "TR", ...attributes }, page);
  const view = open(there.place);
  page.watchers.add(() => view.update());
  shown.push({ view, host: there.host });
  view.update();
  return { ...there, view };
}

async function aLineAskingWhere(attributes: Readonly<Record<string, string>> = {}, page = newPage()) {
  const asked = aServer();
  const line = aLine(attributes, page);
  await asked[0]?.answer(factsOf(STANDARD));
  line.root.querySelector<HTMLButtonElement>("[part=change]")?.click();
  await settledWithMore();
  const dialog = line.root.querySelector("dialog");
  const go = async (country: string, postalCode: string) => {
    const [select, input] = [dialog?.querySelector("select"), dialog?.querySelector("input")];
    if (select) select.value = country;
    if (input) input.value = postalCode;
    dialog?.querySelector("form")?.dispatchEvent(new Event("submit", { cancelable: true }));
    await settled();
  };
  return { ...line, page, asked, go, dialog: () => line.root.querySelector("dialog") };
}

function newPage(): Page {
  next += 1;
  return auroraPage({ store: `aurora-${next}` });
}

const placeIn = (root: ShadowRoot) => root.querySelector("[part=destination]")?.textContent;

test("a shopper says where to, and the answer for that place is drawn without asking twice", async () => {
  const { root, asked, go, dialog } = await aLineAskingWhere();
  expect(dialog()?.open).toBe(true);
  await go("DE", " 10115 ");
  expect(asked[1]?.url).toMatch(/\/delivery\/x\/DE\/10115$/);
  await asked[1]?.answer(factsOf({ ...STANDARD, window: { from: "2026-12-01", to: "2026-12-01" } }));
  await settled();
  expect(dialog()).toBeNull();
  expect([placeIn(root), root.querySelector("time")?.dateTime]).toEqual(["Germany 10115", "2026-12-01"]);
  expect(asked.length).toBe(2);
});

test("a postal code that is not of the country is said beside its field, and nothing changes", async () => {
  const { root, asked, go, dialog } = await aLineAskingWhere();
  await go("DE", "1");
  await asked[1]?.answer({ error: { code: "POSTAL_CODE_WRONG", message: "…" } }, 422);
  await settled();
  expect(dialog()?.querySelector("[role=alert]")?.textContent).toBe("That country has no such postal code");
  expect(dialog()?.querySelector("input")?.getAttribute("aria-invalid")).toBe("true");
  expect(placeIn(root)).toBe("Türkiye");
});

test("a service that does not answer is said, too, and the place can be sent again", async () => {
  const { asked, go, dialog, root } = await aLineAskingWhere();
  await go("DE", "");
  await asked[1]?.answer("", 503);
  await settled();
  expect(dialog()?.querySelector("[role=alert]")?.textContent).toContain("try again");
  await go("DE", "");
  await asked[2]?.answer(factsOf(STANDARD));
  await settled();
  expect(placeIn(root)).toBe("Germany");
});

test("every line on the page goes where the shopper is, until the page itself says something else", async () => {
  const { asked, go, page, host, view } = await aLineAskingWhere();
  const other = aLine({ variant: "y" }, page);
  await asked[1]?.answer(factsOf(STANDARD));
  await go("DE", "10115");
  await asked[2]?.answer(factsOf(STANDARD));
  await settled();
  expect(asked.slice(3).map(({ url }) => url.split("/delivery/")[1])).toEqual(["y/DE/10115"]);
  host.setAttribute("country", "FR");
  view.update();
  expect(asked[4]?.url).toMatch(/x\/FR$/);
  expect(other.host.getAttribute("country")).toBe("TR"); // the page's own markup is left as it is
});

test("the place is remembered longer than the page only by who agreed, and forgotten with a no", async () => {
  const page = auroraPage();
  const { asked, go, view } = await aLineAskingWhere({}, page);
  await go("DE", "10115");
  await asked[1]?.answer(factsOf(STANDARD));
  await settled();
  expect(sessionStorage.length).toBe(0);
  page.consent = true;
  view.update();
  expect(sessionStorage.getItem(KEY)).toContain("10115");
  page.consent = false;
  view.update();
  expect(sessionStorage.length).toBe(0);
});

test("on the next page of who agreed the line goes there at once", async () => {
  const page = newPage();
  page.consent = true;
  const said = { country: "TR", postalCode: "", city: "" };
  const chosen = { country: "DE", postalCode: "10115", city: "" };
  sessionStorage.setItem(`saleor-support:place:${page.store}`, JSON.stringify([said, chosen]));
  const asked = aServer();
  aLine({}, page);
  expect(asked[0]?.url).toMatch(/x\/DE\/10115$/);
  sessionStorage.setItem(`saleor-support:place:${page.store}`, "what another script wrote");
  aLine({ variant: "y" }, page);
  expect(asked[1]?.url).toMatch(/y\/TR$/);
});

test("countries stand by the alphabet of the page, and a shop may name its own", () => {
  expect(countriesFor("en", "de, FR tr", "TR")).toEqual([
    ["FR", "France"],
    ["DE", "Germany"],
    ["TR", "Türkiye"],
  ]);
  expect(countriesFor("tr", "DE AT", "TR").map(([code]) => code)).toEqual(["DE", "AT", "TR"]);
  const all = countriesFor("en", "", "TR");
  expect(all.length).toBeGreaterThan(240);
  expect(all.filter(([code, name]) => code === name)).toEqual([]);
});
