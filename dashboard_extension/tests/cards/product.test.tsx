import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { ProductCardQuery } from "../../src/generated/ProductCard";
import { ProductFrame } from "../../src/product/ProductFrame";
import { aDashboard, aStaffApi } from "../aDashboard";
import { pageText } from "../pageText";

afterEach(cleanup);

type Card = NonNullable<ProductCardQuery["productCard"]>;

const CARD: Card = {
  name: "Lamp",
  percent: 64,
  reviews: 3,
  average: 4.333,
  reviewsLately: 2,
  averageLately: 3.5,
  averageBefore: 4.75,
  openQuestions: 2,
  lastBad: [
    {
      id: "UmV2aWV3OjE=",
      stars: 1,
      title: "It flickers",
      text: "All night.",
      language: "en",
      createdAt: "2026-03-04T12:00:00+00:00",
    },
  ],
  checks: [
    { part: "PICTURES", isDone: true, done: 3, wanted: 3, lacking: [] },
    { part: "ATTRIBUTES", isDone: false, done: 1, wanted: 3, lacking: ["Colour", "Material"] },
    { part: "SAFETY_CONTACT", isDone: false, done: 0, wanted: 1, lacking: [] },
    { part: "REVIEWS", isDone: true, done: 1, wanted: 1, lacking: [] },
  ],
};

const noTickets = () => ({ tickets: { totalCount: 0, edges: [] } });

async function open(card: unknown, locale = "en") {
  const dashboard = aDashboard({ locale });
  const api = aStaffApi({ ProductTickets: noTickets, ProductCard: () => card });
  render(<ProductFrame dashboard={dashboard} productId="UHJvZHVjdDox" ask={api.ask} />);
  await act(async () => dashboard.opens("token"));
  return { ...api, dashboard };
}

test.each([
  ["en", "64% complete", ["1 of 3", "Empty: Colour, Material", "3 reviews", "4.3 of 5 stars"]],
  ["tr", "%64 tamam", ["1 / 3", "Boş: Colour, Material", "3 değerlendirme", "5 üzerinden 4,3 yıldız"]],
])("staff read in %s what a product's page lacks, the missing first", async (locale, complete, facts) => {
  const api = await open({ productCard: CARD }, locale);
  await screen.findByText(complete);
  for (const fact of facts) expect(pageText()).toContain(fact);
  const checks = [...document.querySelectorAll(".product-checks > li")];
  const names = checks.map((item) => item.classList.contains("is-done"));
  expect(names).toEqual([false, false, true, true]);
  expect(api.asked).toContainEqual(["ProductCard", { id: "UHJvZHVjdDox" }]);
});

test.each([
  ["en", ["last 90 days: 3.5 (2 reviews) Worse than before (4.8)", "It flickers", "2 questions wait for an answer"]],
  ["tr", ["son 90 gün: 3,5 (2 değerlendirme) Öncekinden kötü (4,8)", "It flickers", "2 soru yanıt bekliyor"]],
])("staff read in %s how its reviews go and what waits", async (locale, facts) => {
  const { dashboard } = await open({ productCard: CARD }, locale);
  await screen.findByText("It flickers");
  for (const fact of facts) expect(pageText()).toContain(fact);
  const [reviews, questions] = screen.getAllByRole("button");
  for (const button of [reviews, questions]) act(() => button?.click());
  expect(dashboard.deeds.filter(([deed]) => deed === "openOurs").map(([, to]) => to)).toEqual([
    "/reviews",
    "/questions",
  ]);
});

test("what nobody has reviewed or asked about says nothing of it", async () => {
  const none = { reviews: 0, average: null, averageLately: null, averageBefore: null, openQuestions: 0, lastBad: [] };
  await open({ productCard: { ...CARD, ...none } });
  await screen.findByText("Product facts");
  expect(screen.queryAllByRole("button")).toEqual([]);
});

test("a product that Saleor does not know is said to be gone", async () => {
  await open({ productCard: null });
  await screen.findByText("Saleor knows no such product");
});

test("who may not manage products reads why", async () => {
  await open({ failure: { code: "PERMISSION_DENIED", requestId: null } });
  await screen.findByText("It needs the permission “Manage products”.");
});
