import { afterEach, beforeEach, expect, test } from "vitest";
import { auroraPage } from "./aPage";
import { opened, pass, prepare, putAway } from "./aPanel";
import { type Answers, answered, aService, type Call } from "./aShop";

beforeEach(prepare);
afterEach(putAway);

const FINDS = { finds: ["articles", "products"] };
const LAMP = {
  id: "UHJvZHVjdDox",
  name: "Desk lamp",
  image: "https://saleor.example/lamp.webp",
  url: "https://shop.example/p/desk-lamp",
  price: { amount: "1299.00", currency: "TRY" },
  has_dearer: true,
};
const NOTHING = { count: 0, is_all: true, products: [], categories: [], attributes: [] };
const LAMPS = {
  ...NOTHING,
  count: 2,
  products: [LAMP],
  categories: [
    { key: "Q2F0ZWdvcnk6MQ==", name: "Home", count: 1 },
    { key: "Q2F0ZWdvcnk6Mg==", name: "Office", count: 1 },
  ],
  attributes: [{ key: "colour", name: "Colour", values: [{ key: "red", name: "Red", count: 1 }] }],
};
const RETURNS = {
  id: "UGFnZToy",
  title: "Returns",
  excerpt: "Send it back…",
  url: "https://shop.example/help/returns",
};

async function finding(answers: Answers, { locale = "en" } = {}) {
  await import("../src/chat/find"); // so that it is there at once when it is asked for
  const calls = aService(answers);
  const panel = await opened({ ...FINDS }, { page: auroraPage({ locale }) });
  return { ...panel, calls };
}

async function looking(answers: Answers, locale = "en") {
  const found = await finding(answers, { locale });
  const ways = found.parts("way");
  ways[ways.length - 1]?.click();
  await answered();
  const choice = (name: string) => found.parts("choice").find(({ textContent }) => textContent?.startsWith(name));
  return { ...found, choice };
}

const asked = (calls: readonly Call[]) => calls.map(({ path }) => decodeURIComponent(path));

test.each([
  ["en", "Find a product", "2 products", "from ₺1,299.00", "Ask us about it"],
  ["tr", "Ürün bulun", "2 ürün", "en az ₺1.299,00", "Bize sorun"],
])("what the shop has is looked for in %s", async (locale, title, count, price, ask) => {
  const { root, part } = await looking(() => [200, LAMPS], locale);
  const text = root.textContent ?? "";
  for (const said of [title, count, price, ask]) expect(text).toContain(said);
  expect(part("found-product")?.querySelector("a")?.href).toBe(LAMP.url);
});

test("it is narrowed step by step, and the focus is where the choice went", async () => {
  const { calls, choice, root, type, part } = await looking(({ path }) => [
    200,
    path.includes("category=") ? { ...LAMPS, count: 1, categories: [] } : LAMPS,
  ]);
  type("looked", "lamp");
  part("send")?.click();
  await answered();
  choice("Home")?.click();
  expect(root.activeElement?.getAttribute("aria-label")).toBe("Take Home away");
  await answered();
  choice("Red")?.click();
  await answered();
  expect(asked(calls)).toEqual([
    "tr/products?q=&lang=en",
    "tr/products?q=lamp&lang=en",
    "tr/products?q=lamp&lang=en&category=Q2F0ZWdvcnk6MQ==",
    "tr/products?q=lamp&lang=en&category=Q2F0ZWdvcnk6MQ==&a=colour:red",
  ]);
  choice("Home")?.click();
  await answered();
  expect(asked(calls).at(-1)).toBe("tr/products?q=lamp&lang=en&a=colour:red");
  expect(root.activeElement?.getAttribute("name")).toBe("looked");
});

test("a product that is asked about is what the message is about", async () => {
  const { choice, part, field, type, send, calls } = await looking(({ path }) =>
    path === "tr/tickets" ? [200, { ok: true, number: 12, conversation: "token" }] : [200, LAMPS],
  );
  choice("Ask us")?.click();
  expect(part("about")?.textContent).toContain("Desk lamp");
  type("text", "Does it dim?");
  type("email", "ada@mail.example");
  expect(field("text").value).toBe("Does it dim?");
  await send();
  const sent = calls.find(({ path }) => path === "tr/tickets");
  expect(sent?.body?.context).toEqual({ stage: "product", name: "Desk lamp", id: LAMP.id });
});

test("nothing found is said, and so is a shop that cannot be asked", async () => {
  const answers: ReturnType<Answers>[] = [
    [200, NOTHING],
    [503, {}],
    [503, {}],
  ];
  const { root, type, part } = await looking(() => answers.shift() ?? "no answer");
  expect(root.textContent).toContain("Nothing was found. Try other words, or write to us.");
  type("looked", "bicycle");
  part("send")?.click();
  await pass(4);
  expect(root.textContent).toContain("This did not work. Please try again later.");
  expect(part("found")?.children.length).toBe(0);
});

test("a shop that says nothing of it offers neither, and asks for nothing", async () => {
  await import("../src/chat/find");
  const calls = aService(() => [200, {}]);
  const { root, type } = await opened();
  type("text", "I want to return my lamp");
  await pass(2);
  expect(root.textContent).not.toContain("Find a product");
  expect(calls).toEqual([]);
});

test("who writes is shown what may help, once they pause, and says that it did", async () => {
  const { calls, part, root, type, field } = await finding(({ path }) =>
    path === "tr/articles" ? [200, { articles: [RETURNS] }] : [200, { ok: true }],
  );
  type("text", "I want");
  await pass(2);
  expect(calls).toEqual([]);
  type("text", "I want to return my lamp");
  await pass(2);
  expect(calls[0]?.body).toEqual({ text: "I want to return my lamp", locale: "en" });
  const link = part("articles")?.querySelector("a");
  expect([link?.href, link?.target, link?.getAttribute("aria-label")]).toEqual([
    RETURNS.url,
    "_blank",
    "Returns (opens in a new tab)",
  ]);
  part("articles")?.querySelector("button")?.click();
  await answered();
  expect(calls[1]).toMatchObject({ path: "tr/articles/helped", body: { article: RETURNS.id } });
  expect(root.textContent).toContain("Good to hear. You can still write to us.");
  expect(root.activeElement).toBe(field("text"));
  expect(field("text").value).toBe("I want to return my lamp");
});

test("what does not fit any more goes, and what fails is not missed", async () => {
  const answers: ReturnType<Answers>[] = [[200, { articles: [RETURNS] }], "no answer"];
  const { part, root, type } = await finding(() => answers.shift() ?? "no answer");
  type("text", "I want to return my lamp");
  await pass(2);
  expect(part("articles")?.hidden).toBe(false);
  type("text", "Do you sell bicycles?");
  await pass(2);
  expect(part("articles")?.hidden).toBe(true);
  expect(root.querySelector("[part=notice]")?.textContent).toBe("");
});
