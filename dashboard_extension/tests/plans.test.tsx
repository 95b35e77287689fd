import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { conditionsOf, whenOf } from "../src/plans/conditions";
import { aDeliveryRoom } from "./auroraDelivery";
import { aConfiguration, aSettingsRoom } from "./auroraDesk";
import { ALWAYS, aPlan, aPlanRoom, aTrial, HERE, USUAL } from "./auroraPlans";
import { openApp } from "./openApp";
import { pageText } from "./pageText";

afterEach(cleanup);

const PAGE = "/settings/carts";
const kept = { cartPlanUpdate: { cartPlan: { version: 1 }, errors: [] } };
const saving = { ...aPlanRoom(), CartPlanUpdate: () => kept };
const sent = (variables: unknown) => {
  const { plan, ...rest } = variables as { plan: string; channel: string | null; version: number };
  return { ...rest, plan: JSON.parse(plan) };
};
const message = (n: number) =>
  within(screen.getByRole("heading", { name: `Message ${n}` }).closest("li") as HTMLElement);

async function save(opened: Awaited<ReturnType<typeof openApp>>) {
  await opened.user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(opened.inputsOf("CartPlanUpdate")).toHaveLength(1));
  return sent(opened.inputsOf("CartPlanUpdate")[0]);
}

test.each([
  ["en", "Settings", "Abandoned carts"],
  ["tr", "Ayarlar", "Yarım kalan sepetler"],
])("the plan is reached from the settings in %s", async (locale, settings, name) => {
  const rooms = { ...aSettingsRoom(aConfiguration()), ...aDeliveryRoom(), ...aPlanRoom() };
  const { user, way } = await openApp("/settings", rooms, locale);
  await screen.findByRole("heading", { name: settings });
  await user.click(screen.getByRole("link", { name: new RegExp(name) }));
  expect(way.getState()).toBe(PAGE);
  await screen.findByRole("heading", { level: 1, name });
});

test("what nobody set is shown as usual, in whole hours and days", async () => {
  await openApp(PAGE, aPlanRoom());
  await screen.findByText("This is what is usual. Nobody has changed it.");
  const spans = screen.getAllByRole<HTMLInputElement>("spinbutton", { name: "Quiet for" });
  const units = screen.getAllByRole<HTMLSelectElement>("combobox", { name: "Unit" });
  expect(spans.map((span, index) => [span.value, units[index]?.value])).toEqual([
    ["1", "hours"],
    ["1", "days"],
    ["3", "days"],
  ]);
  expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
});

test.each([
  [2, [false, false, true]],
  [1, [false, true, true]],
  [3, [false, false, false]],
])("with %s e-mails a week a message says when those before it use them up", async (mostEmailsAWeek, told) => {
  await openApp(PAGE, aPlanRoom(aPlan({ mostEmailsAWeek })));
  await screen.findByRole("heading", { name: "Message 1" });
  expect([1, 2, 3].map((n) => message(n).queryByText(/in seven days/) !== null)).toEqual(told);
});

test("a message a week later has a week of its own", async () => {
  const steps = [60, 1440, 8 * 1440].map((after_minutes) => ({ after_minutes, when: ALWAYS, voucher: false }));
  await openApp(PAGE, aPlanRoom(aPlan({}, { steps })));
  await screen.findByRole("heading", { name: "Message 3" });
  expect(screen.queryByText(/in seven days/)).toBeNull();
});

test("a time is a number and its unit, and the unit that was chosen stays", async () => {
  const opened = await openApp(PAGE, saving);
  const { user } = opened;
  await screen.findByRole("heading", { name: "Message 1" });
  const span = message(1).getByRole<HTMLInputElement>("spinbutton");
  await user.clear(span);
  await user.type(span, "24");
  expect([span.value, message(1).getByRole<HTMLSelectElement>("combobox", { name: "Unit" }).value]).toEqual([
    "24",
    "hours",
  ]);
  await user.selectOptions(message(1).getByRole("combobox", { name: "Unit" }), "minutes");
  expect((await save(opened)).plan.steps[0].after_minutes).toBe(24);
});

test("messages are added, removed and what they say is moved; their times stay in order", async () => {
  const opened = await openApp(PAGE, saving);
  const { user } = opened;
  await user.click(await screen.findByRole("button", { name: "Remove message 3" }));
  await user.click(message(2).getByRole("button", { name: "Add a condition" }));
  await user.selectOptions(message(2).getByLabelText("Asks for"), "Pieces at least");
  await user.click(screen.getByRole("button", { name: "Move what message 2 says up" }));
  await user.click(screen.getByRole("button", { name: "Add a message" }));
  const pieces = { is: "ALL", of: [{ is: "QUANTITY_AT_LEAST", pieces: 2 }] };
  expect(await save(opened)).toEqual({
    channel: null,
    version: 0,
    plan: {
      ...USUAL,
      steps: [
        { after_minutes: 60, when: pieces, voucher: false },
        { after_minutes: 1440, when: ALWAYS, voucher: false },
        { after_minutes: 2880, when: ALWAYS, voucher: false },
      ],
    },
  });
});

test("conditions of every kind are set, all or any, so or not so", async () => {
  const opened = await openApp(PAGE, saving);
  const { user } = opened;
  await screen.findByRole("heading", { name: "Message 1" });
  const rows = [
    ["Worth at least", async (row) => user.type(row.getByLabelText("Amount"), "250,50")],
    ["Cause", async (row) => user.click(row.getByRole("checkbox", { name: "Payment failed" }))],
    ["Customer", async (row) => user.click(row.getByRole("checkbox", { name: "Guest" }))],
    ["Product in it", async (row) => user.click(await row.findByRole("button", { name: "Vase" }))],
  ] as readonly (readonly [string, (row: ReturnType<typeof within>) => Promise<void>])[];
  for (const [index, [kind, fill]] of rows.entries()) {
    await user.click(message(1).getByRole("button", { name: "Add a condition" }));
    const row = () => within(screen.getByRole("group", { name: `Condition ${index + 1} of message 1` }));
    await user.selectOptions(row().getByLabelText("Asks for"), kind);
    await fill(row());
  }
  await user.click(message(1).getByRole("radio", { name: "Any of these" }));
  const second = within(screen.getByRole("group", { name: "Condition 2 of message 1" }));
  await user.selectOptions(second.getByLabelText("Holds"), "if not so");
  await user.click(screen.getByRole("button", { name: "Remove condition 3 of message 1" }));
  expect((await save(opened)).plan.steps[0].when).toEqual({
    is: "ANY",
    of: [
      { is: "VALUE_AT_LEAST", amount: "250.50", currency: "TRY" },
      { is: "NOT", that: { is: "CAUSE", of: ["PAYMENT_FAILED"] } },
      { is: "PRODUCT", of: ["UHJvZHVjdDoy"] },
    ],
  });
});

test("products that were chosen stand by name, and one that is gone can be taken out", async () => {
  const when = { is: "PRODUCT", of: ["UHJvZHVjdDox", "UHJvZHVjdDo5"] };
  const steps = [{ ...USUAL.steps[0], when }];
  const opened = await openApp(PAGE, { ...saving, ...aPlanRoom(aPlan({}, { steps })), CartPlanUpdate: () => kept });
  const chosen = within(await screen.findByRole("list", { name: "Chosen" }));
  await chosen.findByText("Lamp");
  await opened.user.click(chosen.getByRole("button", { name: "Remove No longer there" }));
  expect((await save(opened)).plan.steps[0].when).toEqual({ is: "ALL", of: [{ is: "PRODUCT", of: ["UHJvZHVjdDox"] }] });
});

test("conditions that another program set are kept as they are, until somebody sets others", async () => {
  const when = { is: "ANY", of: [{ is: "ALL", of: [{ is: "PROFILE", of: ["NEW"] }] }] };
  const steps = [{ ...USUAL.steps[0], when }, USUAL.steps[1]];
  const opened = await openApp(PAGE, { ...aPlanRoom(aPlan({}, { steps })), CartPlanUpdate: () => kept });
  await screen.findByText(/set by another program/);
  await opened.user.click(screen.getByRole("button", { name: "Remove message 2" }));
  expect((await save(opened)).plan.steps).toEqual([steps[0]]);
  expect(screen.getByRole("button", { name: "Set conditions here instead" })).toBeTruthy();
});

test.each([
  ALWAYS,
  {
    is: "ANY",
    of: [
      { is: "NOT", that: { is: "PRODUCT", of: ["P"] } },
      { is: "PROFILE", of: ["NEW"] },
    ],
  },
  { is: "ALL", of: [{ is: "ALL", of: [{ is: "PROFILE", of: ["NEW"] }] }] },
  { is: "NOT", that: { is: "ANY", of: [{ is: "PROFILE", of: ["NEW"] }] } },
] as const)("a condition is written as it was read: %o", (when) => {
  expect(whenOf(conditionsOf(when as Parameters<typeof conditionsOf>[0]))).toEqual(when);
});

test("vouchers are off until they are allowed, and never in the first message", async () => {
  const opened = await openApp(PAGE, saving);
  const { user } = opened;
  await user.click(await screen.findByRole("checkbox", { name: "Allow vouchers" }));
  expect(message(1).queryByRole("checkbox")).toBeNull();
  await user.click(message(2).getByRole("checkbox", { name: "With a voucher" }));
  await user.click(screen.getByRole("checkbox", { name: "Only from a certain worth on" }));
  await user.type(screen.getByLabelText("Only from a worth of"), "500");
  await user.click(screen.getByRole("button", { name: "Move what message 2 says up" }));
  const { plan } = await save(opened);
  expect(plan.voucher).toEqual({
    percent: 10,
    budget_per_day: [{ amount: "1000", currency: "TRY" }],
    minimum_margin_percent: 20,
    once_in_days: 90,
    valid_days: 7,
    min_spend: { amount: "500", currency: "TRY" },
  });
  expect(plan.steps.map((step: { voucher: boolean }) => step.voucher)).toEqual([false, false, false]);
});

test.each([
  ["en", "Save", "From 5 minutes to 30 days, and longer than the message before.", "2 fields need a change"],
  ["tr", "Kaydet", "5 dakikadan 30 güne kadar ve önceki mesajdan uzun.", "2 alanın değişmesi gerekiyor"],
])("faults stand in %s beside their fields", async (locale, saveName, why, count) => {
  const errors = [
    { field: "steps.1.after_minutes", message: "no", code: "INVALID" },
    { field: "steps.0.when.of.0.that.amount", message: "no", code: "INVALID" },
  ];
  const steps = [
    { ...USUAL.steps[0], when: { is: "NOT", that: { is: "VALUE_BELOW", amount: "5", currency: "TRY" } } },
    USUAL.steps[1],
  ];
  const refused = { cartPlanUpdate: { cartPlan: null, errors } };
  const rooms = { ...aPlanRoom(aPlan({}, { steps })), CartPlanUpdate: () => refused };
  const { user } = await openApp(PAGE, rooms, locale);
  const allow = locale === "en" ? "Allow vouchers" : "Kuponlara izin ver";
  await user.click(await screen.findByRole("checkbox", { name: allow }));
  await user.click(screen.getByRole("button", { name: saveName }));
  await screen.findByText(why);
  expect(pageText()).toContain(count);
  const wrong = [...document.querySelectorAll("[aria-invalid=true]")].map((one) => one.getAttribute("aria-label"));
  expect(wrong.filter((label) => label !== null)).toHaveLength(2); // the number and its unit
  expect(wrong).toHaveLength(3);
});

test("whoever saved meanwhile is not overwritten: discarding shows theirs", async () => {
  let version = 1;
  const rooms = {
    ...aPlanRoom(),
    CartPlans: () => ({ cartPlans: [aPlan({ version, isOwn: true }, { holdout_percent: version })] }),
    CartPlanUpdate: () => {
      version = 2;
      return { cartPlanUpdate: { cartPlan: null, errors: [{ field: "version", message: "no", code: "CHANGED" }] } };
    },
  };
  const { user } = await openApp(PAGE, rooms);
  const field = await screen.findByLabelText<HTMLInputElement>("Percent of people never written to");
  await user.type(field, "0");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText(/Somebody else changed the plan meanwhile/);
  await user.click(screen.getByRole("button", { name: "Discard" }));
  await waitFor(() =>
    expect(screen.getByLabelText<HTMLInputElement>("Percent of people never written to").value).toBe("2"),
  );
});

test("a channel's plan is shown when it is chosen, and changes are not lost on the way", async () => {
  const { user } = await openApp(PAGE, { ...saving, ...aPlanRoom(aPlan(), aPlan(HERE, { holdout_percent: 20 })) });
  await user.type(await screen.findByLabelText("Percent of people never written to"), "0");
  await user.selectOptions(screen.getByLabelText("Plan for"), "Aurora");
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getAllByRole("button")[0] as HTMLElement);
  expect(screen.getByLabelText<HTMLInputElement>("Percent of people never written to").value).toBe("50");
  await user.click(screen.getByRole("button", { name: "Discard" }));
  await user.selectOptions(screen.getByLabelText("Plan for"), "Aurora");
  await screen.findByText(/does as every other one does/);
  expect(screen.getByLabelText<HTMLInputElement>("Percent of people never written to").value).toBe("20");
});

test("a channel can follow the others again", async () => {
  const plans = [aPlan(), aPlan({ ...HERE, isOwn: true, version: 3 })];
  const { user, inputsOf, toasts } = await openApp(PAGE, { ...aPlanRoom(...plans), CartPlanUpdate: () => kept });
  await user.selectOptions(await screen.findByLabelText("Plan for"), "Aurora");
  await user.click(await screen.findByRole("button", { name: "Do as every other channel again" }));
  await waitFor(() => expect(toasts()).toHaveLength(1));
  expect(inputsOf("CartPlanUpdate")).toEqual([{ channel: "default-channel", plan: null, version: 3 }]);
});

test("an old version is put into the form, and saved as a new one", async () => {
  const plan = JSON.stringify({ ...USUAL, holdout_percent: 9 });
  const versions = [
    { version: 2, madeAt: "2026-11-20T12:00:00+00:00", madeBy: "ada@example.com", plan: JSON.stringify(USUAL) },
    { version: 1, madeAt: "2026-11-19T12:00:00+00:00", madeBy: "", plan },
  ];
  const rooms = {
    ...aPlanRoom(aPlan({ version: 2, isOwn: true })),
    CartPlanVersions: () => ({ cartPlanVersions: versions }),
    CartPlanUpdate: () => kept,
  };
  const opened = await openApp(PAGE, rooms);
  await opened.user.click(await screen.findByRole("button", { name: "Restore version 1" }));
  expect(pageText()).toContain("by an update");
  const saved = await save(opened);
  expect([saved.version, saved.plan.holdout_percent]).toEqual([2, 9]);
});

test.each([
  ["en", "Try it", "Would have written to 41 people, of whom 3 had ordered within the hour."],
  ["tr", "Dene", "41 kişiye yazılırdı; 3 kişi zaten bir saat içinde sipariş vermişti."],
])("a plan is tried as it stands in the form, in %s", async (locale, go, answer) => {
  const rooms = { ...aPlanRoom(), CartPlanTry: () => ({ cartPlanTry: { trial: aTrial(), errors: [] } }) };
  const { user, inputsOf } = await openApp(PAGE, rooms, locale);
  const [, holdout] = await screen.findAllByRole("spinbutton").then((all) => [all[0], all.at(-1)]);
  await user.type(holdout as HTMLElement, "0");
  await user.click(screen.getByRole("button", { name: go }));
  await screen.findByText(answer);
  expect(JSON.parse((inputsOf("CartPlanTry")[0] as { plan: string }).plan).holdout_percent).toBe(50);
  expect(screen.getAllByRole("table")).toHaveLength(3);
  expect(pageText()).toMatch(/Lamp (and 2 more|ve 2 ürün daha)/);
  // What was found is about the plan as it was.
  await user.clear(holdout as HTMLElement);
  expect(screen.queryByText(answer)).toBeNull();
});

test("a trial that finds nobody says so", async () => {
  const trial = aTrial({ lookedAt: 0, wouldWrite: 0, examples: [], silences: [] });
  const rooms = { ...aPlanRoom(), CartPlanTry: () => ({ cartPlanTry: { trial, errors: [] } }) };
  const { user } = await openApp(PAGE, rooms);
  await user.click(await screen.findByRole("button", { name: "Try it" }));
  await screen.findByText(/Nobody left a cart/);
  expect(screen.queryByRole("table")).toBeNull();
});

test("who may see some channels only looks at the plan of all of them", async () => {
  await openApp(PAGE, aPlanRoom(aPlan({ mayChange: false }), aPlan(HERE)));
  await screen.findByText(/Only those who may see every channel/);
  expect(screen.getByLabelText("Percent of people never written to").closest("fieldset:disabled")).not.toBeNull();
  expect(screen.queryByRole("button", { name: "Try it" })).toBeNull();
});
