import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readReviews } from "../src/reviews/facts";
import { open } from "../src/reviews/support-reviews";
import { aPlace, aServer } from "./aPage";

const PRODUCT = { product: "UHJvZHVjdDox" };
const NOBODY = { 5: 0, 4: 0, 3: 0, 2: 0, 1: 0 };

function aReview(changed: object = {}) {
  return {
    id: "UmV2aWV3OjQx",
    stars: 4,
    title: "Güzel ışık",
    text: "Kablosu biraz kısa.",
    author: "Ayşe K.",
    language: "tr",
    created_at: "2026-11-20T12:04:00+00:00",
    verified: true,
    ...changed,
  };
}

/** As docs/storefront.md says it. */
function reviewsOf(count: number, changed: object = {}) {
  const reviews = Array.from({ length: Math.min(count, 20) }, () => aReview());
  const average = count ? "4.3" : null;
  return {
    product: "x",
    count,
    average,
    stars: { ...NOBODY, 4: count },
    reviews,
    until: "2026-11-24T00:00:00Z",
    ...changed,
  };
}

/** Stands in for the observer, which this DOM lacks a layout for; the test says when it looks. */
class Sizes {
  static readonly all: Sizes[] = [];
  readonly look: () => void;
  constructor(look: () => void) {
    this.look = look;
    Sizes.all.push(this);
  }
  observe() {}
}

beforeEach(() => {
  Sizes.all.length = 0;
  vi.stubGlobal("ResizeObserver", Sizes);
});
afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

/** An element whose lower edge is at this height of a window of 800. */
async function shown(body: unknown, attributes: object = PRODUCT, bottom = 900, status = 200) {
  const asked = aServer();
  const there = aPlace(attributes as Record<string, string>);
  vi.stubGlobal("innerHeight", 800);
  vi.spyOn(there.host, "getBoundingClientRect").mockReturnValue({ bottom } as DOMRect);
  const view = open(there.place);
  view.update();
  await asked[0]?.answer(body, status);
  const part = (name: string) => there.root.querySelector<HTMLElement>(`[part=${name}]`);
  return { ...there, view, asked, part };
}

test("a shopper reads the average, how many say so, and what they wrote", async () => {
  const { asked, part, root, shows } = await shown(reviewsOf(1, { stars: { ...NOBODY, 4: 1 }, average: "4.0" }));
  expect(asked.map(({ url }) => url)).toEqual(["https://support.example.com/s/aurora-key/tr/reviews/UHJvZHVjdDox"]);
  expect([part("average")?.textContent, part("count")?.textContent]).toEqual(["4.0", "1 review"]);
  expect(part("stars")?.getAttribute("aria-label")).toBe("4 out of 5 stars");
  expect([part("title")?.textContent, part("title")?.lang]).toEqual(["Güzel ışık", "tr"]);
  expect(part("review-text")?.textContent).toBe("Kablosu biraz kısa.");
  expect(part("author")?.textContent).toBe("Ayşe K.");
  expect(part("date")?.getAttribute("datetime")).toBe("2026-11-20T12:04:00+00:00");
  expect(part("verified")?.textContent).toBe("Verified buyer");
  expect(root.querySelectorAll("[part=review]").length).toBe(1);
  expect(shows).toHaveBeenLastCalledWith(true);
});

test.each([
  ["en", "4.3", "1,204 reviews", "4.3 out of 5 stars"],
  ["tr", "4,3", "1.204 değerlendirme", "5 yıldız üzerinden 4,3"],
])("in %s numbers are written as there", async (locale, average, count, stars) => {
  const { part } = await shown(reviewsOf(1204), { ...PRODUCT, locale });
  expect([part("average")?.textContent, part("count")?.textContent]).toEqual([average, count]);
  expect(part("stars")?.getAttribute("aria-label")).toBe(stars);
});

test.each([
  [5, 0],
  [6, 5],
])("of %d reviews the distribution has %d rows", async (count, rows) => {
  const { root } = await shown(reviewsOf(count));
  const found = Array.from(root.querySelectorAll("[part=histogram-row]"), (row) => row.textContent);
  expect(found.length).toBe(rows);
  if (rows) expect(found).toEqual(["5 stars0", "4 stars6", "3 stars0", "2 stars0", "1 star0"]);
});

test("five reviews are read at first, then all that came, and it is said that there are more", async () => {
  const { root, part } = await shown(reviewsOf(128));
  expect(root.querySelectorAll("[part=review]").length).toBe(5);
  expect(part("note")?.hidden).toBe(true);
  expect(part("all")?.textContent).toBe("Show 15 more reviews");
  part("all")?.click();
  expect(root.querySelectorAll("[part=review]").length).toBe(20);
  expect(part("all")).toBeNull();
  expect([part("note")?.hidden, part("note")?.textContent]).toEqual([false, "The newest 20 are shown."]);
  expect(root.activeElement).toBe(root.querySelectorAll("[part=review]")[5]);
});

test("only a text that is cut has a button for the rest of it", async () => {
  const { part } = await shown(reviewsOf(1));
  const [text, more] = [part("review-text"), part("more")];
  expect(more?.hidden).toBe(true);
  vi.spyOn(text as HTMLElement, "scrollHeight", "get").mockReturnValue(300);
  vi.spyOn(text as HTMLElement, "clientHeight", "get").mockReturnValue(144);
  for (const sizes of Sizes.all) sizes.look();
  expect([more?.hidden, more?.textContent, more?.getAttribute("aria-expanded")]).toEqual([false, "More", "false"]);
  more?.click();
  expect([more?.textContent, more?.getAttribute("aria-expanded")]).toEqual(["Less", "true"]);
  expect(text?.classList.contains("cut")).toBe(false);
});

test("what a buyer wrote is text and never HTML", async () => {
  const evil = aReview({ text: "<img src=x onerror=alert(1)>", author: "<b>A</b>", language: "" });
  const { root, part } = await shown(reviewsOf(1, { reviews: [evil] }));
  expect(root.querySelector("img, [part=author] b")).toBeNull();
  expect(part("review-text")?.textContent).toBe("<img src=x onerror=alert(1)>");
  expect(part("review-text")?.hasAttribute("lang")).toBe(false);
});

test("what would push the shopper's page away waits behind a button", async () => {
  const { part } = await shown(reviewsOf(6), PRODUCT, 700);
  const [button, body] = [part("button"), part("body")];
  expect([button?.getAttribute("aria-expanded"), body?.hidden]).toEqual(["false", true]);
  expect(button?.getAttribute("aria-controls")).toBe(body?.id);
  button?.click();
  expect([button?.getAttribute("aria-expanded"), body?.hidden]).toEqual(["true", false]);
});

test("where nobody sees what comes next on the page, all is open", async () => {
  const { part } = await shown(reviewsOf(6));
  expect([part("button"), part("body")?.hidden]).toEqual([null, false]);
});

test("a product that nobody reviewed says so in a line", async () => {
  const { part, shows } = await shown(reviewsOf(0));
  expect(part("line")?.textContent).toBe("No reviews yet");
  expect(part("body")).toBeNull();
  expect(shows).toHaveBeenLastCalledWith(true);
});

test.each([
  ["is down", "", 503],
  ["does not know the store", { error: { code: "NOT_FOUND" } }, 404],
  ["answers half", '{"count": 2', 200],
])("where the service %s nothing stands there", async (_, body, status) => {
  const { root, shows } = await shown(body, PRODUCT, 900, status);
  expect(root.childElementCount).toBe(0);
  expect(shows).toHaveBeenLastCalledWith(false);
});

test("without a product nothing is asked", async () => {
  const { asked, root } = await shown(reviewsOf(1), {});
  expect([asked.length, root.childElementCount]).toEqual([0, 0]);
});

test("another language is drawn without asking again, and what was open stays open", async () => {
  const { page, view, part, asked } = await shown(reviewsOf(6), PRODUCT, 700);
  part("button")?.click();
  page.setLocale("tr");
  view.update();
  expect([part("count")?.textContent, part("body")?.hidden, asked.length]).toEqual(["6 değerlendirme", false, 1]);
});

test("reviews of a product that is no longer shown are dropped", async () => {
  const { asked, host, view, part } = await shown(reviewsOf(1));
  host.setAttribute("product", "second");
  view.update();
  expect(part("line")?.parentElement?.classList.contains("old")).toBe(true);
  await asked[1]?.answer(reviewsOf(0));
  expect(part("line")?.textContent).toBe("No reviews yet");
  host.removeAttribute("product");
  view.update();
  expect(part("line")).toBeNull();
});

test("the page hears what is shown", async () => {
  const heard = vi.fn();
  document.addEventListener("saleor-support:reviews", (event) => heard((event as CustomEvent).detail));
  await shown(reviewsOf(7));
  expect(heard).toHaveBeenLastCalledWith({ ...PRODUCT, count: 7, average: 4.3 });
});

test.each([
  ["a text", "OK"],
  ["no count", { ...reviewsOf(1), count: undefined }],
  ["a count that is none", { ...reviewsOf(1), count: -1 }],
  ["an average of nothing", { ...reviewsOf(0), average: "4.3" }],
  ["no average of something", { ...reviewsOf(1), average: null }],
  ["an average that is none", { ...reviewsOf(1), average: "many" }],
  ["an average out of reach", { ...reviewsOf(1), average: "9.1" }],
  ["a distribution with a hole", { ...reviewsOf(1), stars: { 5: 1, 4: 0, 3: 0, 2: 0 } }],
  ["six stars", { ...reviewsOf(1), reviews: [aReview({ stars: 6 })] }],
  ["no day", { ...reviewsOf(1), reviews: [aReview({ created_at: "lately" })] }],
])("nonsense is not believed: %s", (_, body) => {
  expect(readReviews(body)).toBeNull();
});

test("what a later service adds or leaves out does no harm", () => {
  const { title: _, ...untitled } = aReview({ photos: [] });
  const read = readReviews({ ...reviewsOf(1), reviews: [untitled], news: 1 });
  expect(read?.newest[0]).toMatchObject({ title: "", author: "Ayşe K.", verified: true });
});
