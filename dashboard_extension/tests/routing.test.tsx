import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { RuleFragment } from "../src/generated/RoutingRules";
import { written } from "../src/routing/rule";
import { aDesk } from "./auroraInbox";
import { openApp } from "./openApp";
import { pageText } from "./pageText";

afterEach(cleanup);

function aRule(changes: Partial<RuleFragment> = {}): RuleFragment {
  return {
    id: "UnVsZTox",
    name: "Late ones",
    isOn: true,
    position: 0,
    conditions: '{"late": true}',
    effects: '{"priority": "URGENT"}',
    ...changes,
  };
}

function aRoutingRoom(...rules: RuleFragment[]) {
  return {
    ...aDesk(),
    RoutingRules: () => ({
      routingRules: rules,
      ticketDepartments: ["Delivery", "Quality"],
      channels: [{ slug: "tr", name: "Türkiye" }],
    }),
    CartPlanChoices: () => ({ cartPlanChoices: [] }),
    RoutingRuleUpdate: () => ({ routingRuleUpdate: { rule: { id: "UnVsZTox" }, errors: [] } }),
    RoutingRuleDelete: () => ({ routingRuleDelete: { errors: [] } }),
  };
}

test.each([
  ["en", "New rule", "Name", "It is their first order", "Yes", "Give it to the team", "Save"],
  ["tr", "Yeni kural", "Ad", "İlk siparişi", "Evet", "Şu ekibe ver", "Kaydet"],
])("a rule is written in %s, and asks only for what was filled in", async (locale, ...said) => {
  const [add = "", name = "", first = "", yes = "", team = "", save = ""] = said;
  const { user, inputsOf } = await openApp("/settings/routing", aRoutingRoom(), locale);
  await user.click(await screen.findByRole("button", { name: add }));
  await user.type(await screen.findByLabelText(name), "Newcomers");
  await user.selectOptions(screen.getByLabelText(first), yes);
  await user.selectOptions(screen.getByLabelText(team), "Delivery");
  await user.click(screen.getByRole("button", { name: save }));
  await waitFor(() => expect(inputsOf("RoutingRuleUpdate")).toHaveLength(1));
  const [{ input }] = inputsOf("RoutingRuleUpdate") as [{ input: { conditions: string; effects: string } }];
  expect(JSON.parse(input.conditions)).toEqual({ first_order: true });
  expect(JSON.parse(input.effects)).toEqual({ department: "Delivery" });
  expect(input).toMatchObject({ id: null, name: "Newcomers", isOn: true });
});

test("a rule is tried before it is kept, and each condition says what was found", async () => {
  const trial = (id: string, matches: boolean, told: string) => ({
    matches,
    ticket: { id, number: 7, subject: `Ticket ${id}` },
    conditions: [{ name: "late", isTrue: matches, told }],
  });
  const RoutingRuleTry = () => ({
    routingRuleTry: { matched: 1, trials: [trial("a", false, "false"), trial("b", true, "true")], errors: [] },
  });
  const { user, inputsOf } = await openApp("/settings/routing", { ...aRoutingRoom(aRule()), RoutingRuleTry });
  await user.click(await screen.findByRole("button", { name: /^Late ones/ }));
  await user.click(screen.getByRole("button", { name: "Try on the last 100 tickets" }));
  await screen.findByText("It holds for 1 of 2 tickets.");
  expect(inputsOf("RoutingRuleTry")).toEqual([{ conditions: '{"late":true}' }]);
  expect(inputsOf("RoutingRuleUpdate")).toEqual([]);
  const links = screen.getAllByRole("link", { name: /Ticket/ }).map(({ textContent }) => textContent);
  expect(links).toEqual(["#7 Ticket b", "#7 Ticket a"]);
  expect(pageText()).toContain("The parcel is late: yes");
});

test("rules change places, and one is deleted", async () => {
  const rules = [aRule(), aRule({ id: "UnVsZToy", name: "Big ones", position: 4 })];
  const { user, inputsOf, toasts } = await openApp("/settings/routing", aRoutingRoom(...rules));
  const up = await screen.findByRole<HTMLButtonElement>("button", { name: "Move Late ones up" });
  expect(up.disabled).toBe(true);
  await user.click(screen.getByRole("button", { name: "Move Big ones up" }));
  await waitFor(() => expect(inputsOf("RoutingRuleUpdate")).toHaveLength(2));
  expect(inputsOf("RoutingRuleUpdate")).toMatchObject([
    { input: { id: "UnVsZToy", position: 0 } },
    { input: { id: "UnVsZTox", position: 4 } },
  ]);
  await user.click(screen.getByRole("button", { name: /^Big ones/ }));
  await user.click(screen.getByRole("button", { name: "Delete" }));
  await waitFor(() => expect(toasts()).toEqual([["success", "“Big ones” is deleted."]]));
  expect(inputsOf("RoutingRuleDelete")).toEqual([{ id: "UnVsZToy" }]);
});

test("what is wrong with a rule stands beside its field", async () => {
  const errors = [{ field: "conditions.value_at_least.currency", message: "no", code: "INVALID" }];
  const RoutingRuleUpdate = () => ({ routingRuleUpdate: { rule: null, errors } });
  const { user } = await openApp("/settings/routing", { ...aRoutingRoom(aRule()), RoutingRuleUpdate });
  await user.click(await screen.findByRole("button", { name: /^Late ones/ }));
  const amount = screen.getByLabelText("The order is worth at least");
  await user.type(amount, "100");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(amount.getAttribute("aria-invalid")).toBe("true"));
  const field = amount.closest(".field") as HTMLElement;
  within(field).getByText("This cannot be saved as it is.");
});

test("what is left empty is not written: an empty list would hold for nothing", () => {
  expect(written({ late: false, words: [], value_at_least: { amount: "", currency: "TRY" } })).toBe('{"late":false}');
  expect(written({ tags: ["a"], reason: "", fair: true })).toBe('{"tags":["a"],"fair":true}');
});
