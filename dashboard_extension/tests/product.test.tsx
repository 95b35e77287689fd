import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { ProductCardQuery } from "../src/generated/ProductCard";
import { ProductFrame } from "../src/product/ProductFrame";
import { aDashboard, aStaffApi } from "./aDashboard";
import { pageText } from "./openApp";

afterEach(cleanup);

type Card = NonNullable<ProductCardQuery["productCard"]>;

const CARD: Card = {
  name: "Lamp",
  percent: 64,
  reviews: 3,
  average: 4.333,
  checks: [
    { part: "PICTURES", isDone: true, done: 3, wanted: 3, lacking: [] },
    { part: "ATTRIBUTES", isDone: false, done: 1, wanted: 3, lacking: ["Colour", "Material"] },
    { part: "SAFETY_CONTACT", isDone: false, done: 0, wanted: 1, lacking: [] },
    { part: "REVIEWS", isDone: true, done: 1, wanted: 1, lacking: [] },
  ],
};

async function open(card: unknown, locale = "en") {
  const dashboard = aDashboard({ locale });
  const api = aStaffApi({ ProductCard: () => card });
  render(<ProductFrame dashboard={dashboard} productId="UHJvZHVjdDox" ask={api.ask} />);
  await act(async () => dashboard.opens("token"));
  return api;
}

test.each([
  ["en", "64% complete", ["1 of 3", "Empty: Colour, Material", "3 reviews", "4.3 of 5 stars"]],
  ["tr", "%64 tamam", ["1 / 3", "Boş: Colour, Material", "3 değerlendirme", "5 üzerinden 4,3 yıldız"]],
])("staff read in %s what a product's page lacks, the missing first", async (locale, complete, facts) => {
  const api = await open({ productCard: CARD }, locale);
  await screen.findByText(complete);
  for (const fact of facts) expect(pageText()).toContain(fact);
  const names = screen.getAllByRole("listitem").map((item) => item.classList.contains("is-done"));
  expect(names).toEqual([false, false, true, true]);
  expect(api.asked).toEqual([["ProductCard", { id: "UHJvZHVjdDox" }]]);
});

test("a product that Saleor does not know is said to be gone", async () => {
  await open({ productCard: null });
  await screen.findByText("Saleor knows no such product");
});

test("who may not manage products reads why", async () => {
  await open({ failure: { code: "PERMISSION_DENIED", requestId: null } });
  await screen.findByText("It needs the permission “Manage products”.");
});
