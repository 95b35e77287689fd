import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { aDeliveryRoom, aScore, aTally } from "./auroraDelivery";
import { openApp } from "./openApp";
import { pageText } from "./pageText";

afterEach(cleanup);

const cells = (name: string) =>
  within(screen.getByRole("row", { name: new RegExp(name) }))
    .getAllByRole("cell")
    .map((cell) => cell.textContent);

test.each([
  ["en", "92% kept", ["46 of 50 parcels", "2 at risk", "1 late", "Türkiye, 34…"], "Too few to judge"],
  ["tr", "%92 tutuldu", ["50 paketin 46 tanesi", "2 tanesi riskli", "1 tanesi gecikti"], "Değerlendirmek için az"],
])("staff read in %s how well promises were kept", async (locale, score, facts, tooFew) => {
  await openApp("/promises", { Promises: () => aScore() }, locale);
  await waitFor(() => expect(pageText()).toContain(score));
  for (const fact of facts) expect(pageText()).toContain(fact);
  expect(cells("Standard")[0]).toMatch(/90/);
  expect(cells("Courier")).toEqual([tooFew, "19", "20"]);
});

test("a share is never rounded up to what was not reached", async () => {
  await openApp("/promises", { Promises: () => aScore() });
  await screen.findByRole("row", { name: /34…/ });
  expect(cells("34…")[0]).toBe("89%");
});

test("under twenty known arrivals nothing is judged", async () => {
  const few = aTally({ made: 25, known: 19, kept: 19, share: null });
  await openApp("/promises", { Promises: () => aScore({ all: few, atRisk: 0, late: 0 }) });
  await screen.findByText("The arrival of 19 parcels is known, of 25 promised. From 20 on a share says something.");
  expect(pageText()).not.toContain("100%");
});

test("the picture of the weeks has the same as a table", async () => {
  await openApp("/promises", { Promises: () => aScore() });
  const heading = await screen.findByRole("heading", { name: "Kept by week" });
  const part = within(heading.closest("section") as HTMLElement);
  const rows = part.getAllByRole("row", { hidden: true }).slice(1);
  expect(rows.map((row) => row.textContent)).toEqual(["Nov 290%3040", "Nov 9Too few to judge340"]);
});

test("another span is asked for", async () => {
  const { user, inputsOf } = await openApp("/promises", { Promises: () => aScore() });
  await user.click(await screen.findByLabelText("A year"));
  await waitFor(() => expect(inputsOf("Promises").at(-1)).toEqual({ days: 365 }));
});

test("without a promise the page says how the first comes about", async () => {
  const none = aTally({ made: 0, known: 0, kept: 0, share: null });
  const { user, way } = await openApp("/promises", {
    ...aDeliveryRoom(),
    Promises: () => aScore({ all: none }),
  });
  await user.click(await screen.findByRole("button", { name: "Set up delivery" }));
  expect(way.getState()).toBe("/settings/delivery");
});
