import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { aCart, aLine, aPlaceBeside, aProduct, aStranger } from "./auroraBeside";
import { aChat, aDesk, aMessage, aSeat } from "./auroraInbox";
import { openApp } from "./openApp";
import { pageText } from "./pageText";

afterEach(cleanup);

const TICKET = "/inbox/VGlja2V0OjE%3D";
const ID = "VGlja2V0OjE=";
const KEY = expect.stringMatching(/^[0-9a-f]{32}$/);

function open(beside: ReturnType<typeof aPlaceBeside>, { locale = "en", live = true } = {}) {
  const chat = live ? aChat({ state: "SEATED", seat: aSeat() }) : aChat({ state: "ENDED" });
  const desk = aDesk("OPEN", [aMessage()], {}, { chat });
  return openApp(TICKET, { ...desk, ...beside }, locale);
}

test.each([
  ["en", ["Their cart", "Desk lamp", "€40.00", "Goods", "Shipping", "€85.00", "3 orders", "€120.00 in all"]],
  ["tr", ["Sepeti", "Desk lamp", "€40,00", "Ürünler", "Kargo", "€85,00", "3 sipariş", "Toplam €120,00"]],
])("staff see in %s the cart of now, and who has it", async (locale, facts) => {
  const spent = [{ amount: "120.00", currency: "EUR" }];
  const customer = { ...aStranger(), ordersCount: 3, spent };
  await open(aPlaceBeside({ cart: aCart(), facts: { customer } }), { locale });
  await screen.findByText("Desk lamp");
  await screen.findByText(facts[6] ?? "");
  for (const fact of facts) expect(pageText()).toContain(fact);
});

test("a line is made more, fewer or none, each under a name of its own", async () => {
  const { user, inputsOf } = await open(aPlaceBeside({ cart: aCart() }));
  await user.click(await screen.findByRole("button", { name: "One more of Desk lamp" }));
  await waitFor(() => expect(inputsOf("BesideCart")).toHaveLength(2));
  await user.click(screen.getByRole("button", { name: "One less of Desk lamp" }));
  await waitFor(() => expect(inputsOf("BesideCart")).toHaveLength(3));
  await user.click(screen.getByRole("button", { name: "Take Desk lamp out" }));
  const line = aLine().id;
  expect(inputsOf("CartLineUpdate")).toEqual([
    { ticket: ID, line, quantity: 3, key: KEY },
    { ticket: ID, line, quantity: 1, key: KEY },
  ]);
  expect(inputsOf("CartLineRemove")).toEqual([{ ticket: ID, line, key: KEY }]);
  const keys = [...inputsOf("CartLineUpdate"), ...inputsOf("CartLineRemove")].map(
    (one) => (one as { key: string }).key,
  );
  expect(new Set(keys).size).toBe(3);
});

test("of the last piece there is no fewer, and a gift is left alone", async () => {
  const gift = aLine({ id: "2", name: "Soap", quantity: 1, isGift: true });
  const { user, inputsOf } = await open(aPlaceBeside({ cart: aCart({ lines: [aLine({ quantity: 1 }), gift] }) }));
  const fewer = await screen.findByRole("button", { name: "One less of Desk lamp" });
  expect(fewer.getAttribute("aria-disabled")).toBe("true");
  await user.click(fewer);
  expect(inputsOf("CartLineUpdate")).toEqual([]);
  expect(screen.queryByRole("button", { name: "One more of Soap" })).toBeNull();
  expect(pageText()).toContain("gift");
});

test("a code is applied and taken out, and one that is refused stays to be mended", async () => {
  const { user, inputsOf } = await open(aPlaceBeside({ cart: aCart({ codes: ["SPRING"] }) }));
  await user.click(await screen.findByRole("button", { name: "Take SPRING out" }));
  expect(inputsOf("CartCodeRemove")).toEqual([{ ticket: ID, code: "SPRING", key: KEY }]);
  await user.type(screen.getByLabelText("Voucher or gift card code"), "SUMMER{Enter}");
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>("Voucher or gift card code").value).toBe(""));
  cleanup();
  const again = await open(aPlaceBeside({ cart: aCart(), refused: "CODE_REFUSED" }));
  await again.user.type(await screen.findByLabelText("Voucher or gift card code"), "WINTER{Enter}");
  await waitFor(() =>
    expect(again.toasts()).toEqual([["error", "That was not done", "The shop does not take this code for this cart."]]),
  );
  expect(screen.getByLabelText<HTMLInputElement>("Voucher or gift card code").value).toBe("WINTER");
});

test("what Saleor refuses for a reason of its own is said in its words", async () => {
  const { user, toasts } = await open(aPlaceBeside({ cart: aCart(), refused: "REFUSED" }));
  await user.click(await screen.findByRole("button", { name: "One more of Desk lamp" }));
  await waitFor(() => expect(toasts()).toEqual([["error", "That was not done", "No"]]));
});

test("what got no answer goes again under the same name", async () => {
  const beside = aPlaceBeside({ cart: aCart() });
  const answers: unknown[] = [{ failure: { code: "OFFLINE", requestId: null } }, beside.CartLineUpdate()];
  const { user, inputsOf } = await open({ ...beside, CartLineUpdate: () => answers.shift() as never });
  await user.click(await screen.findByRole("button", { name: "One more of Desk lamp" }));
  await waitFor(() => expect(inputsOf("BesideCart")).toHaveLength(2));
  await user.click(screen.getByRole("button", { name: "One more of Desk lamp" }));
  await waitFor(() => expect(inputsOf("CartLineUpdate")).toHaveLength(2));
  const [first, second] = inputsOf("CartLineUpdate");
  expect(first).toEqual(second);
});

test("a product is found, put in and shown, in the variant that is there", async () => {
  const { user, inputsOf } = await open(aPlaceBeside({ cart: aCart(), catalogue: [aProduct()] }));
  await user.type(await screen.findByLabelText("Find a product"), "pot");
  await user.click(await screen.findByRole("button", { name: "Put in Copper pot" }));
  await user.click(screen.getByRole("button", { name: "Show Copper pot in the chat" }));
  await waitFor(() => expect(inputsOf("CardPush")).toHaveLength(1));
  expect(inputsOf("Catalogue")).toEqual([{ channel: "default-channel", search: "pot" }]);
  expect(inputsOf("CartLineAdd")).toEqual([{ ticket: ID, variant: "large", quantity: 1, key: KEY }]);
  expect(inputsOf("CardPush")).toEqual([
    { ticket: ID, input: { product: "UHJvZHVjdDox", variant: "large" }, key: KEY },
  ]);
  await user.selectOptions(screen.getByLabelText("Which Copper pot"), "small");
  expect(screen.queryByRole("button", { name: "Put in Copper pot" })).toBeNull();
});

test("the checkout, a page and answers are shown", async () => {
  const { user, inputsOf } = await open(aPlaceBeside({ cart: aCart() }));
  await user.click(await screen.findByRole("button", { name: "Send the way to the checkout" }));
  await user.click(screen.getByText("Show a page, or ask with buttons"));
  const [page, choices] = screen.getAllByRole("button", { name: "Show" });
  if (!page || !choices) throw new Error("two forms are expected");
  await user.type(screen.getByLabelText("A page of the shop"), " https://aurora.example/returns");
  await user.click(page);
  await waitFor(() => expect(inputsOf("CardPush")).toHaveLength(2));
  await user.type(screen.getByLabelText("Answers to tap"), "Yes{Enter}{Enter} No ");
  await user.click(choices);
  await waitFor(() => expect(inputsOf("CardPush")).toHaveLength(3));
  expect(inputsOf("CardPush").map((one) => (one as { input: unknown }).input)).toEqual([
    { checkout: true },
    { page: "https://aurora.example/returns" },
    { choices: ["Yes", "No"] },
  ]);
});

test.each([
  ["NO_CART", "Their page names no cart."],
  ["NOT_PERMITTED", "Who may “Manage checkouts” sees the cart here."],
  ["ANOTHERS", "The cart holds another e-mail than theirs, so it is not shown."],
] as const)("without a cart it is said why (%s), and a product can still be shown", async (trouble, said) => {
  const { user } = await open(aPlaceBeside({ trouble, catalogue: [aProduct()] }));
  await screen.findByText(said);
  await user.type(screen.getByLabelText("Find a product"), "pot");
  await screen.findByRole("button", { name: "Show Copper pot in the chat" });
  expect(screen.queryByRole("button", { name: "Put in Copper pot" })).toBeNull();
});

test("once the chat is over the cart is only looked at", async () => {
  await open(aPlaceBeside({ cart: aCart({ codes: ["SPRING"] }) }), { live: false });
  await screen.findByText("The cart can be changed only while the chat goes on: its shopper sees what is done.");
  const cart = screen.getByRole("heading", { name: "Their cart" }).closest("section");
  if (!cart) throw new Error("no cart");
  expect(within(cart).queryAllByRole("button")).toEqual([]);
  expect(screen.queryByLabelText("Find a product")).toBeNull();
});

test("what was done, where they are and what they wrote before stands there", async () => {
  const at = "2026-03-04T12:00:00+00:00";
  const act = { deed: "ADDED", byEmail: "me@aurora.example", quantity: 2, trouble: null, at } as const;
  const before = { id: "VGlja2V0OjI=", number: 2, subject: "The pot", state: "CLOSED", updatedAt: at } as const;
  const order = { id: "T3JkZXI6MQ==", number: "1042", created: at, status: "FULFILLED" };
  const customer = {
    ...aStranger(),
    ordersCount: 1,
    orders: [{ ...order, total: { amount: "99.00", currency: "EUR" } }],
    tickets: [before],
    reviewsCount: 1,
    reviews: [{ id: "UmV2aWV3OjE=", stars: 4, title: "", text: "It shines.", createdAt: at }],
  };
  const here = {
    url: "https://aurora.example/p/lamp",
    title: "Lamp · Aurora",
    at,
    product: { id: "UHJvZHVjdDox", name: "Desk lamp" },
  };
  const refused = { ...act, name: "", result: "REFUSED", trouble: "SHORT", at: "2026-03-04T12:01:00+00:00" } as const;
  const acts = [{ ...act, name: "Desk lamp", result: "DONE" }, refused] as const;
  const { user, dashboard, way } = await open(aPlaceBeside({ facts: { customer, here, acts } }));
  const link = await screen.findByRole("link", { name: "Desk lamp" });
  expect(link.getAttribute("href")).toBe("https://aurora.example/p/lamp");
  for (const fact of ["2 × Desk lamp put in", "2 to be put in", "There are not that many left.", "It shines."]) {
    expect(pageText()).toContain(fact);
  }
  await user.click(screen.getByRole("button", { name: "#1042" }));
  expect(dashboard.deeds).toContainEqual(["open", "/orders/T3JkZXI6MQ%3D%3D"]);
  await user.click(screen.getByRole("link", { name: "The pot" }));
  expect(way.getState()).toBe("/inbox/VGlja2V0OjI%3D");
});
