import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import {
  aDeliveryRoom,
  aWarehouse,
  CHANNEL_RULES,
  CUTOFFS,
  STORE_RULES,
  WAREHOUSE_RULES,
  WEEK,
} from "./auroraDelivery";
import { aConfiguration, aSettingsRoom } from "./auroraDesk";
import { openApp } from "./openApp";
import { pageText } from "./pageText";

afterEach(() => {
  cleanup();
  for (const script of document.querySelectorAll("script[data-store]")) script.remove();
});

const PAGE = "/settings/delivery";
const kept = { deliveryRulesUpdate: { deliveryRules: { mayChangeAll: true }, errors: [] } };
const saving = { ...aDeliveryRoom(), DeliveryRulesUpdate: () => kept };
const sent = (variables: unknown) =>
  (variables as { input: { data: string }[] }).input.map((one) => ({ ...one, data: JSON.parse(one.data) }));

test.each([
  ["en", "Settings", "Delivery"],
  ["tr", "Ayarlar", "Teslimat"],
])("delivery is reached from the settings in %s", async (locale, settings, name) => {
  const { user, way } = await openApp("/settings", { ...aSettingsRoom(aConfiguration()), ...aDeliveryRoom() }, locale);
  await screen.findByRole("heading", { name: settings });
  await user.click(screen.getByRole("link", { name: new RegExp(name) }));
  expect(way.getState()).toBe(PAGE);
  await screen.findByRole("heading", { name });
});

test.each([
  ["en", "Usual times, not yours", "These are our times", "Save"],
  ["tr", "Alışılmış saatler, sizinkiler değil", "Saatlerimiz bunlar", "Kaydet"],
])("usual times are said to be only that in %s, until they are confirmed", async (locale, what, confirm, save) => {
  const { user, inputsOf, toasts } = await openApp(PAGE, saving, locale);
  await screen.findByText(what);
  await user.click(screen.getByRole("button", { name: confirm }));
  expect(screen.queryByText(what)).toBeNull();
  await user.click(screen.getByRole("button", { name: save }));
  await waitFor(() => expect(toasts()).toHaveLength(1));
  expect(sent(inputsOf("DeliveryRulesUpdate")[0])).toEqual([
    { warehouse: "V2FyZWhvdXNlOjE=", channel: null, data: { ...WAREHOUSE_RULES, week: WEEK, cutoffs: CUTOFFS } },
  ]);
});

test("a day without work has no last order, and taking the day up again brings the usual one", async () => {
  const { user, inputsOf } = await openApp(PAGE, saving);
  await user.click(await screen.findByRole("checkbox", { name: "Monday" }));
  expect(screen.queryByLabelText("Last order on Monday")).toBeNull();
  await user.click(screen.getByRole("checkbox", { name: "Saturday" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(inputsOf("DeliveryRulesUpdate")).toHaveLength(1));
  const [change] = sent(inputsOf("DeliveryRulesUpdate")[0]);
  expect(change?.data.week).toEqual([false, true, true, true, true, true, false]);
  expect(change?.data.cutoffs).toEqual([null, "15:00", "15:00", "15:00", "15:00", "15:00", null]);
});

test("holidays stand by name, and on one of them the warehouse works all the same", async () => {
  const { user, inputsOf } = await openApp(PAGE, saving);
  await user.click(await screen.findByText("2 holidays in the next twelve months"));
  const holidays = screen.getAllByRole("checkbox", { name: /Cumhuriyet Bayramı/ });
  expect(holidays.map((one) => one.closest("li")?.textContent)).toEqual([
    expect.stringContaining("half day"),
    expect.not.stringContaining("half day"),
  ]);
  await user.click(holidays[1] as HTMLElement);
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(inputsOf("DeliveryRulesUpdate")).toHaveLength(1));
  expect(sent(inputsOf("DeliveryRulesUpdate")[0])[0]?.data.works_on).toEqual(["2026-10-29"]);
});

test("a row of transit days is added, filled and taken away; methods without days are named", async () => {
  const { user, inputsOf } = await openApp(PAGE, saving);
  await screen.findByText("No days: shoppers see no date");
  expect(pageText()).toContain("2–4 days, from Saleor");
  await user.click(screen.getByRole("button", { name: "Add a row" }));
  expect(screen.queryByText("No days: shoppers see no date")).toBeNull();
  const row = within(screen.getByRole("group", { name: "Row 1" }));
  await user.selectOptions(row.getByLabelText("Method"), "Courier · Türkiye");
  await user.selectOptions(row.getByLabelText("Country"), "TR");
  await user.type(row.getByLabelText("Postal codes that begin with"), "34");
  await user.selectOptions(row.getByLabelText("The carrier delivers"), "Monday to Saturday");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(inputsOf("DeliveryRulesUpdate")).toHaveLength(1));
  const transit = {
    method: "U006Mg==",
    country: "TR",
    postal_prefix: "34",
    days: { least: 1, most: 3 },
    week: [true, true, true, true, true, true, false],
    holidays: true,
  };
  expect(sent(inputsOf("DeliveryRulesUpdate")[0])).toEqual([
    { warehouse: null, channel: null, data: { ...STORE_RULES, transit: [transit] } },
  ]);
});

test("what was added and taken away again is nothing to save", async () => {
  const { user } = await openApp(PAGE, saving);
  await user.click(await screen.findByRole("button", { name: "Add a row" }));
  screen.getByRole("button", { name: "Save" });
  await user.click(screen.getByRole("button", { name: "Remove Row 1" }));
  expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
});

test.each([
  ["en", "Add a row", "Save", "Postal codes that begin with", "This is needed.", "2 fields need a change"],
  ["tr", "Satır ekle", "Kaydet", "Posta kodunun başı", "Bu gerekli.", "2 alanın değişmesi gerekiyor"],
])("faults stand in %s beside their fields", async (locale, add, save, field, needed, count) => {
  const errors = [
    { warehouse: null, channel: null, field: "transit.0.postal_prefix", message: "no", code: "REQUIRED" },
    { warehouse: null, channel: "default-channel", field: "returns_url", message: "no", code: "INVALID" },
  ];
  const refused = { deliveryRulesUpdate: { deliveryRules: null, errors } };
  const { user } = await openApp(PAGE, { ...aDeliveryRoom(), DeliveryRulesUpdate: () => refused }, locale);
  await user.click(await screen.findByRole("button", { name: add }));
  await user.click(screen.getByRole("button", { name: save }));
  await screen.findByText(needed);
  expect(screen.getByLabelText(field).getAttribute("aria-invalid")).toBe("true");
  expect(document.querySelectorAll("[aria-invalid=true]")).toHaveLength(2);
  expect(pageText()).toContain(count);
});

test("returns are for the channel, and no days say nothing of them", async () => {
  const room = aDeliveryRoom({
    channels: [
      {
        slug: "default-channel",
        name: "Aurora",
        defaultCountry: "TR",
        rules: JSON.stringify({ ...CHANNEL_RULES, returns_days: 30 }),
      },
    ],
  });
  const { user, inputsOf } = await openApp(PAGE, { ...room, DeliveryRulesUpdate: () => kept });
  await user.clear(await screen.findByLabelText("Days for returns"));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(inputsOf("DeliveryRulesUpdate")).toHaveLength(1));
  expect(sent(inputsOf("DeliveryRulesUpdate")[0])).toEqual([
    { warehouse: null, channel: "default-channel", data: CHANNEL_RULES },
  ]);
});

test("hours for picking up are asked for only where Saleor lets shoppers pick up", async () => {
  const { user } = await openApp(PAGE, aDeliveryRoom({ warehouses: [aWarehouse({ hasPickup: true })] }));
  expect(await screen.findByRole("heading", { name: "Pick-up" })).toBeTruthy();
  await user.click(screen.getByRole("checkbox", { name: "Say when a parcel can be picked up" }));
  expect(screen.getByLabelText<HTMLInputElement>("Monday opens").value).toBe("09:00");
  cleanup();
  await openApp(PAGE, aDeliveryRoom());
  await screen.findByRole("heading", { name: "Tuzla" });
  expect(screen.queryByRole("heading", { name: "Pick-up" })).toBeNull();
});

test("who may see some channels only changes those", async () => {
  await openApp(PAGE, aDeliveryRoom({ mayChangeAll: false }));
  await screen.findByText(/by those who may see every channel/);
  expect(screen.getByLabelText("Last order on Monday").closest("fieldset:disabled")).not.toBeNull();
  expect(screen.getByLabelText("Days for returns").closest("fieldset:disabled")).toBeNull();
});

test("the preview is the element of the shop's pages, for what is chosen", async () => {
  const { user } = await openApp(PAGE, aDeliveryRoom());
  await waitFor(() => expect(document.querySelector("support-delivery")?.getAttribute("variant")).toBe("UHY6MQ=="));
  await user.type(screen.getByLabelText("Postal code"), "34710");
  await waitFor(() => expect(document.querySelector("support-delivery")?.getAttribute("postal-code")).toBe("34710"));
  const script = document.querySelector<HTMLScriptElement>("script[data-store]");
  expect(script?.dataset).toMatchObject({ store: "aurora-key", channel: "default-channel" });
});
