import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readReviews } from "../src/reviews/facts";
import { open } from "../src/reviews/support-reviews";
import { aPlace, aServer, auroraPage, settled } from "./aPage";

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
    edited_at: null,
    variant: "",
    verified: true,
    incentivised: false,
    helpful: 0,
    reply: null,
    photos: [],
    ...changed,
  };
}

function pageOf(first: number, count: number) {
  return Array.from({ length: count }, (_, place) =>
    aReview({ id: `review-${first + place}`, title: `${first + place}` }),
  );
}

/** What is asked after the first page. */
function listOf(matching: number, reviews: object[], after: string | null = null) {
  return { ...PRODUCT, matching, reviews, after };
}

/** As docs/storefront.md says it. */
function reviewsOf(count: number, changed: object = {}) {
  const reviews = pageOf(1, Math.min(count, 10));
  const average = count ? "4.3" : null;
  return {
    product: PRODUCT.product,
    count,
    average,
    stars: { ...NOBODY, 4: count },
    verified: count,
    incentivised: 0,
    rejected: {},
    reviews,
    after: count > 10 ? "UmV2aWV3OjEw" : null,
    with_photos: 0,
    photos: [],
    praise: [],
    quote: null,
    questions: 0,
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
  sessionStorage.clear();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

/** An element whose lower edge is at this height of a window of 800. */
async function shown(body: unknown, attributes: object = PRODUCT, bottom = 900, status = 200, page = auroraPage()) {
  const asked = aServer();
  const there = aPlace(attributes as Record<string, string>, page);
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
  expect([part("title")?.textContent, part("title")?.lang]).toEqual(["1", "tr"]);
  expect(part("review-text")?.textContent).toBe("Kablosu biraz kısa.");
  expect(part("author")?.textContent).toBe("Ayşe K.");
  expect(part("date")?.getAttribute("datetime")).toBe("2026-11-20T12:04:00+00:00");
  expect(part("badge")?.textContent).toBe("Verified buyer");
  expect(part("meaning")?.textContent).toContain("the product had arrived");
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

const titles = (root: ShadowRoot) =>
  Array.from(root.querySelectorAll("[part=title]"), (one) => Number(one.textContent));
const upTo = (last: number) => Array.from({ length: last }, (_, place) => place + 1);

test("five reviews are read at first, then all that came, then page after page to the last", async () => {
  const { root, part, asked } = await shown(reviewsOf(12));
  expect(titles(root)).toEqual(upTo(5));
  expect(part("all")?.textContent).toBe("Show 5 more reviews");
  part("all")?.click();
  expect(titles(root)).toEqual(upTo(10));
  expect(root.activeElement).toBe(root.querySelectorAll("[part=review]")[5]);
  expect([asked.length, part("all")?.textContent]).toEqual([1, "Show 2 more reviews"]);
  part("all")?.click();
  await vi.waitFor(() => expect(asked[1]?.url).toContain("/reviews/UHJvZHVjdDox?sort=newest&after=UmV2aWV3OjEw"));
  // Somebody found the tenth helpful meanwhile, so that it comes once more.
  await asked[1]?.answer(listOf(12, pageOf(10, 3)));
  expect(titles(root)).toEqual(upTo(12));
  expect(part("all")?.hidden).toBe(true);
});

test("a row of the distribution chooses its reviews, and a chip takes that back", async () => {
  const { root, part, asked } = await shown(reviewsOf(12));
  const [, four] = Array.from(root.querySelectorAll<HTMLButtonElement>("[part=histogram-row]"));
  expect(root.querySelector<HTMLButtonElement>("[part=histogram-row]")?.disabled).toBe(true);
  four?.click();
  await vi.waitFor(() => expect(asked[1]?.url).toContain("?sort=newest&stars=4"));
  expect(four?.getAttribute("aria-pressed")).toBe("true");
  expect(part("list")?.classList.contains("old")).toBe(true);
  await asked[1]?.answer(listOf(7, pageOf(20, 2), "next"));
  expect([titles(root), part("matching")?.textContent]).toEqual([[20, 21], "7 reviews match"]);
  expect(part("list")?.classList.contains("old")).toBe(false);
  expect([part("chip")?.textContent, part("chip")?.getAttribute("aria-label")]).toEqual([
    "4 stars",
    "Without: 4 stars",
  ]);
  part("chip")?.click();
  await settled();
  expect([part("chip"), four?.getAttribute("aria-pressed"), asked.length]).toEqual([null, "false", 2]);
  expect([titles(root), part("matching")?.textContent]).toEqual([upTo(10), ""]);
  expect(root.activeElement).toBe(part("sort"));
});

test("a shopper sorts, chooses photos and a word at once", async () => {
  const photos = [aPhoto(1)];
  const praise = [
    { word: "parlak", language: "tr", reviews: 3 },
    { word: "bright", language: "en", reviews: 12 },
  ];
  const { root, part, asked } = await shown(reviewsOf(12, { photos, praise }));
  const words = Array.from(root.querySelectorAll<HTMLElement>("[part=praise-word]"));
  expect(words.map((one) => one.textContent)).toEqual(["bright (12)"]);
  const sort = part("sort") as HTMLSelectElement;
  sort.value = "helpful";
  sort.dispatchEvent(new Event("change"));
  await vi.waitFor(() => expect(asked[1]?.url).toContain("?sort=helpful"));
  part("with-photos")?.click();
  await vi.waitFor(() => expect(asked[2]?.url).toContain("?sort=helpful&photos=1"));
  words[0]?.click();
  await vi.waitFor(() => expect(asked[3]?.url).toContain("?sort=helpful&photos=1&about=bright"));
  await asked[3]?.answer(listOf(1, pageOf(30, 1)));
  await asked[1]?.answer(listOf(9, pageOf(40, 1)));
  expect([titles(root), part("matching")?.textContent]).toEqual([[30], "1 review matches"]);
  expect(Array.from(root.querySelectorAll("[part=chip]"), (one) => one.textContent)).toEqual(["With photos", "bright"]);
});

test("what cannot be read leaves all as it was, and says so", async () => {
  const { root, part, asked } = await shown(reviewsOf(12));
  const sort = part("sort") as HTMLSelectElement;
  sort.value = "lowest";
  sort.dispatchEvent(new Event("change"));
  await vi.waitFor(() => expect(asked.length).toBe(2));
  await asked[1]?.answer("", 503);
  expect([sort.value, titles(root)]).toEqual(["newest", upTo(5)]);
  expect(part("matching")?.textContent).toBe("That could not be read. Try again.");
});

test("a vote shows at once, goes once, and is taken back where it could not be kept", async () => {
  const { part, asked, root } = await shown(reviewsOf(1, { reviews: [aReview({ helpful: 3 })] }));
  const button = part("helpful");
  const said = () => [button?.textContent, button?.getAttribute("aria-pressed")];
  expect(said()).toEqual(["Helpful (3)", "false"]);
  button?.click();
  await vi.waitFor(() => expect(said()).toEqual(["Helpful (4)", "true"]));
  button?.click();
  await settled();
  expect(asked.map(({ url }) => url).slice(1)).toEqual(["https://support.example.com/s/aurora-key/tr/review-votes"]);
  const sent = JSON.parse(asked[1]?.body ?? "");
  expect(sent).toEqual({ review: "UmV2aWV3OjQx", voter: expect.stringMatching(/^\w{16,64}$/), helpful: true });
  await asked[1]?.answer({ ok: true, helpful: 9 });
  expect(said()).toEqual(["Helpful (9)", "true"]);
  button?.click();
  await vi.waitFor(() => expect(said()).toEqual(["Helpful (8)", "false"]));
  expect(JSON.parse(asked[2]?.body ?? "")).toEqual({ ...sent, helpful: false });
  await asked[2]?.answer({ error: { code: "LIMITED" } }, 429);
  expect(said()).toEqual(["Helpful (9)", "true"]);
  expect(root.querySelector("[part=matching]")?.textContent).toBe("That could not be kept. Try again.");
  expect(sessionStorage.length).toBe(0);
});

test("who voted is known in the tab only where the shopper agreed to that", async () => {
  const page = auroraPage();
  page.consent = true;
  const { part } = await shown(reviewsOf(1), PRODUCT, 900, 200, page);
  part("helpful")?.click();
  await vi.waitFor(() => expect(sessionStorage.getItem("saleor-support:voter:aurora-key")).toMatch(/^\w{16,64}$/));
});

function aPhoto(number: number, changed: object = {}) {
  const [small, large] = [320, 800].map((size) => `https://files.example/f/${number}/${size}.webp`);
  return { review: "r", author: `Ada ${number}`, stars: 5, small, large, width: 800, height: 600, ...changed };
}

test("photos stand in a strip, and are looked at one after the other", async () => {
  HTMLDialogElement.prototype.showModal = vi.fn();
  const { part, root } = await shown(reviewsOf(12, { photos: [aPhoto(1), aPhoto(2, { author: "" })] }));
  const [first] = Array.from(root.querySelectorAll<HTMLImageElement>("[part=picture]"));
  expect([first?.getAttribute("src"), first?.alt, first?.getAttribute("loading")]).toEqual([
    "https://files.example/f/1/320.webp",
    "Photo by Ada 1, 5 out of 5 stars",
    "lazy",
  ]);
  part("photo")?.click();
  await vi.waitFor(() => expect(part("large")?.getAttribute("src")).toBe("https://files.example/f/1/800.webp"));
  expect(part("caption")?.textContent).toBe("Photo by Ada 1, 5 out of 5 stars · 1 of 2");
  part("after")?.click();
  expect(part("large")?.getAttribute("alt")).toBe("Photo by a buyer, 5 out of 5 stars");
  part("dialog")?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" }));
  expect(part("caption")?.textContent).toContain("1 of 2");
  part("dialog")?.dispatchEvent(new Event("close"));
  expect(part("dialog")).toBeNull();
  first?.dispatchEvent(new Event("error"));
  expect(root.querySelectorAll("[part=picture]").length).toBe(1);
});

test.each(["javascript:alert(1)", "data:text/html,x", "//evil.example/x", ""])(
  "a picture at %j is not looked at",
  async (small) => {
    const { part } = await shown(reviewsOf(1, { photos: [aPhoto(1, { small })] }));
    expect(part("strip")).toBeNull();
  },
);

test("each review says where it came from, what was bought, and what the shop answered", async () => {
  const reply = { text: "Thank you.", at: "2026-11-21T12:00:00+00:00" };
  const [told] = [aReview({ variant: "Large", verified: false, incentivised: true, reply, edited_at: reply.at })];
  const { part } = await shown(reviewsOf(1, { reviews: [told] }));
  expect([part("variant")?.textContent, part("imported")?.textContent]).toEqual(["Bought: Large", "Imported"]);
  expect([part("incentivised")?.textContent, part("badge")]).toEqual(["Got something for it", null]);
  expect([part("reply-text")?.textContent, part("by")?.textContent]).toEqual([
    "Thank you.",
    expect.stringMatching("edited"),
  ]);
});

test("what somebody said to the shop's own questions is told in the reader's language, or in the shop's", async () => {
  const answers = [
    { name: "small", en: "Too small", tr: "Dar" },
    { name: "good", tr: "Tam" },
  ];
  const aspects = [
    { name: "fit", question: { en: "Fit", tr: "Kalıp" }, answers },
    { name: "size", question: { tr: "Beden" }, answers },
    { name: "toString", question: { en: "Never asked" }, answers },
  ];
  const told = aReview({ answers: { fit: "small", size: "good", gone: "x" } });
  const { part } = await shown(reviewsOf(1, { aspects, reviews: [told] }));
  const said = Array.from(part("answers")?.children ?? [], (one) => one.textContent);
  expect(said).toEqual(["Fit: Too small", "Beden: Tam"]);
});

test("how the reviews came about is told by numbers", async () => {
  const quote = { review: "r", text: "It shines.", author: "Ada", language: "en" };
  const numbers = { verified: 1195, incentivised: 2, rejected: { SPAM: 2, OFFENSIVE: 1 }, quote };
  const { part } = await shown(reviewsOf(1200, numbers));
  expect(part("about")?.textContent).toBe(
    "99% from verified buyers · 2 for a reward · 3 not published: advertising 2, insulting 1",
  );
  expect(part("quote")?.textContent).toBe("It shines.Ada");
});

test("what the shop's server asked beforehand is not asked again", async () => {
  const { place, host, root } = aPlace(PRODUCT);
  const asked = aServer();
  const until = new Date(Date.now() + 60_000).toISOString();
  Object.assign(host, { facts: reviewsOf(2, { until }) });
  const view = open(place);
  view.update();
  await settled();
  expect([asked.length, root.querySelectorAll("[part=review]").length]).toEqual([0, 2]);
  host.setAttribute("product", "second");
  view.update();
  expect(asked.length).toBe(1);
});

test.each([
  ["of another product", { product: "other" }],
  ["too old", { until: "2020-01-01T00:00:00Z" }],
])("an answer that is %s is not believed", async (_, changed) => {
  const { place, host } = aPlace(PRODUCT);
  const asked = aServer();
  Object.assign(host, { facts: reviewsOf(2, { until: "2999-01-01T00:00:00Z", ...changed }) });
  open(place).update();
  expect(asked.length).toBe(1);
});

test("on an order's page whoever is signed in finds the form of that order", async () => {
  const page = auroraPage();
  const { place, root, shows } = aPlace({ order: "T3JkZXI6MQ==" }, page);
  const asked = aServer();
  const view = open(place);
  view.update();
  await vi.waitFor(() => expect(shows).toHaveBeenLastCalledWith(false));
  expect(asked.length).toBe(0);
  page.identity = "token";
  view.update();
  await vi.waitFor(() => expect(asked[0]?.url).toContain("/tr/review-prompt?order=T3JkZXI6MQ%3D%3D"));
  expect(asked[0]?.headers.get("authorization")).toBe("Bearer token");
  await asked[0]?.answer({ link: "https://support.example.com/r/abc" });
  expect(root.querySelector("a")?.href).toBe("https://support.example.com/r/abc");
  view.update();
  expect(asked.length).toBe(1);
});

test.each([[{ link: null }], [{ link: "javascript:alert(1)" }], ["nonsense"]])(
  "where there is nothing to review nothing stands there: %j",
  async (body) => {
    const page = auroraPage();
    page.identity = "token";
    const { place, root, shows } = aPlace({ order: "x" }, page);
    const asked = aServer();
    open(place).update();
    await vi.waitFor(() => expect(asked.length).toBe(1));
    await asked[0]?.answer(body);
    await vi.waitFor(() => expect(shows).toHaveBeenLastCalledWith(false));
    expect(root.querySelector("a")).toBeNull();
  },
);

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
  const { after, verified, photos, praise, rejected, quote, ...least } = reviewsOf(1, { reviews: [untitled], news: 1 });
  expect([after, verified, photos, praise, rejected, quote]).toBeDefined();
  const read = readReviews(least);
  expect(read?.reviews[0]).toMatchObject({ title: "", author: "Ayşe K.", verified: true });
});
