import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aConfiguration, aSettingsRoom, DEFAULTS } from "./auroraDesk";
import { openApp } from "./openApp";
import { pageText } from "./pageText";

afterEach(cleanup);
beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

const PAGE = "/settings/TmM6MQ%3D%3D";
const saved = { configurationUpdate: { configuration: { id: "TmM6MQ==" }, errors: [] } };
const dataOf = (variables: unknown) => JSON.parse((variables as { input: { data: string } }).input.data);

test.each([
  ["en", "Settings", "Every other channel"],
  ["tr", "Ayarlar", "Diğer bütün kanallar"],
])("the configurations are listed in %s with where they hold", async (locale, title, everyOther) => {
  await openApp("/settings", aSettingsRoom(aConfiguration()), locale);
  await screen.findByRole("heading", { name: title });
  expect(pageText()).toContain(everyOther);
  expect(pageText()).toContain("Aurora");
});

test("a shop without any is shown the way to its first", async () => {
  const { user } = await openApp("/settings", aSettingsRoom());
  await user.click(await screen.findByRole("button", { name: "Make the first configuration" }));
  await screen.findByRole("heading", { name: "New configuration" });
  const everyOther = screen.getByRole("checkbox", { name: "For every channel that has no configuration of its own" });
  expect(everyOther.getAttribute("aria-checked")).toBe("true");
});

test("there is nothing to save until something was changed, and then it is sent whole", async () => {
  const { user, inputsOf, toasts } = await openApp(PAGE, {
    ...aSettingsRoom(aConfiguration()),
    ConfigurationUpdate: () => saved,
  });
  const origins = await screen.findByLabelText("Allowed origins");
  expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
  await user.type(origins, "https://aurora.example{Enter}");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(toasts()).toEqual([["success", "Saved"]]));
  const [input] = inputsOf("ConfigurationUpdate");
  expect(input).toMatchObject({
    input: { id: "TmM6MQ==", name: "Everywhere", channels: ["default-channel"], isDefault: true },
  });
  expect(dataOf(input)).toEqual({ ...DEFAULTS, storefront_origins: ["https://aurora.example"] });
});

test.each([
  ["en", "E-mail address", "Save", "This is not an e-mail address.", "1 field needs a change"],
  ["tr", "E-posta adresi", "Kaydet", "Bu bir e-posta adresi değil.", "1 alanın değişmesi gerekiyor"],
])("a fault stands in %s beside its field, and the text stays", async (locale, field, save, why, count) => {
  const errors = [{ field: "sender_email", message: "no", code: "INVALID" }];
  const refused = { configurationUpdate: { configuration: null, errors } };
  const { user } = await openApp(
    PAGE,
    { ...aSettingsRoom(aConfiguration()), ConfigurationUpdate: () => refused },
    locale,
  );
  const email = await screen.findByLabelText<HTMLInputElement>(field);
  await user.type(email, "nobody");
  await user.click(screen.getByRole("button", { name: save }));
  await screen.findByText(why);
  expect(email.getAttribute("aria-invalid")).toBe("true");
  expect(document.getElementById(email.getAttribute("aria-describedby") ?? "")?.textContent).toBe(why);
  expect(email.value).toBe("nobody");
  expect(pageText()).toContain(count);
});

test("what is not saved is not left without a question", async () => {
  const { user, way } = await openApp(PAGE, aSettingsRoom(aConfiguration()));
  await user.type(await screen.findByLabelText("Name"), "!");
  await user.click(screen.getByRole("link", { name: "All configurations" }));
  expect(way.getState()).toBe(PAGE);
  await user.click(screen.getByRole("button", { name: "Stay" }));
  expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe("Everywhere!");
  await user.click(screen.getByRole("link", { name: "All configurations" }));
  await user.click(screen.getByRole("button", { name: "Leave" }));
  expect(way.getState()).toBe("/settings");
});

test("discarding brings back what is saved, and the page may be left", async () => {
  const { user, way } = await openApp(PAGE, aSettingsRoom(aConfiguration()));
  await user.type(await screen.findByLabelText("Name"), "!");
  await user.click(screen.getByRole("button", { name: "Discard" }));
  expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe("Everywhere");
  await user.click(screen.getByRole("link", { name: "All configurations" }));
  expect(way.getState()).toBe("/settings");
});

test("hours are added, taken away and copied to the working days", async () => {
  const { user, inputsOf } = await openApp(PAGE, {
    ...aSettingsRoom(aConfiguration()),
    ConfigurationUpdate: () => saved,
  });
  await user.click(await screen.findByRole("button", { name: "Add hours on Saturday" }));
  await user.click(screen.getByRole("button", { name: "Remove these hours of Monday" }));
  await user.click(screen.getByRole("button", { name: "Copy Monday to the working days" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(inputsOf("ConfigurationUpdate")).toHaveLength(1));
  expect(dataOf(inputsOf("ConfigurationUpdate")[0]).week).toEqual([[], [], [], [], [], [["09:00", "18:00"]], []]);
});

test("a way to reach the shop is added and taken away", async () => {
  const { user, inputsOf } = await openApp(PAGE, {
    ...aSettingsRoom(aConfiguration()),
    ConfigurationUpdate: () => saved,
  });
  await user.click(await screen.findByRole("button", { name: "Add a way" }));
  await user.selectOptions(screen.getAllByLabelText("Way").at(-1) as HTMLElement, "whatsapp");
  await user.type(screen.getByLabelText("Number with country"), "+90 212 555 00 00");
  await user.click(screen.getByRole("button", { name: "Remove Our form" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(inputsOf("ConfigurationUpdate")).toHaveLength(1));
  expect(dataOf(inputsOf("ConfigurationUpdate")[0]).contact_channels).toEqual([
    { kind: "whatsapp", address: "+90 212 555 00 00", host: "", languages: [], hours: null },
  ]);
});

test("a way that was added last is shown first", async () => {
  const { user, inputsOf } = await openApp(PAGE, {
    ...aSettingsRoom(aConfiguration()),
    ConfigurationUpdate: () => saved,
  });
  await user.click(await screen.findByRole("button", { name: "Add a way" }));
  await user.selectOptions(screen.getAllByLabelText("Way").at(-1) as HTMLElement, "chat");
  expect(screen.queryByRole("button", { name: "Move Our form up" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Move Live chat up" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(inputsOf("ConfigurationUpdate")).toHaveLength(1));
  const ways = dataOf(inputsOf("ConfigurationUpdate")[0]).contact_channels;
  expect(ways.map((way: { kind: string }) => way.kind)).toEqual(["chat", "form"]);
});

test("a way has languages and hours of its own, and as many calls at once as there are people", async () => {
  const { user, inputsOf } = await openApp(PAGE, {
    ...aSettingsRoom(aConfiguration()),
    ConfigurationUpdate: () => saved,
  });
  await user.selectOptions(await screen.findByLabelText("Way"), "callback");
  await user.type(screen.getByLabelText("Languages"), "tr, EN");
  await user.click(screen.getByRole("checkbox", { name: "Hours of its own" }));
  await user.click(screen.getAllByRole("button", { name: "Add hours on Saturday" }).at(-1) as HTMLElement);
  await user.clear(screen.getByLabelText("Calls in one half hour"));
  await user.type(screen.getByLabelText("Calls in one half hour"), "5");
  await user.click(screen.getByRole("checkbox", { name: /Closed on public holidays/ }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(inputsOf("ConfigurationUpdate")).toHaveLength(1));
  const data = dataOf(inputsOf("ConfigurationUpdate")[0]);
  const [way] = data.contact_channels as { hours: { week: unknown[] } }[];
  expect(way).toMatchObject({ kind: "callback", languages: ["tr", "en"], hours: { time_zone: "UTC", closed_on: [] } });
  expect(way?.hours.week[5]).toEqual([["09:00", "18:00"]]);
  expect([data.callbacks_at_once, data.closed_on_holidays]).toEqual([5, true]);
  expect((data.week as unknown[])[5]).toEqual([]); // the shop's own are as they were
});

test("a question of the shop's own is asked with its answers, and its names stay", async () => {
  const room = { ...aSettingsRoom(aConfiguration()), CartPlanChoices: () => ({ cartPlanChoices: [] }) };
  const { user, inputsOf } = await openApp("/settings/TmM6MQ%3D%3D", {
    ...room,
    ConfigurationUpdate: () => ({
      configurationUpdate: {
        configuration: null,
        errors: [
          { field: "review_aspects.0.answers.1.en", message: "An answer is needed.", code: "REQUIRED" },
          { field: "review_aspects.0.question", message: "A question is needed.", code: "INVALID" },
        ],
      },
    }),
  });
  await user.click(await screen.findByRole("button", { name: "Add a question" }));
  await user.type(screen.getByLabelText("Answer 1 in English"), "Small");
  await user.click(screen.getByRole("button", { name: "Add an answer" }));
  await user.type(screen.getByLabelText("Team that follows up bad reviews"), "Quality");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText(/A question is needed in one language at least/);
  await screen.findByText(/A question has 2 to 5 answers/);
  const [{ input }] = inputsOf("ConfigurationUpdate") as [{ input: { data: string } }];
  const sent = JSON.parse(input.data);
  expect(sent.review_owner).toBe("Quality");
  expect(sent.review_aspects).toEqual([
    {
      name: "q1",
      question: {},
      answers: [{ name: "a1", en: "Small" }, { name: "a2" }, { name: "a3" }],
      categories: [],
    },
  ]);
});

test("removing asks first", async () => {
  const gone = { configurationDelete: { configuration: { id: "TmM6MQ==" }, errors: [] } };
  const { user, inputsOf, way } = await openApp(PAGE, {
    ...aSettingsRoom(aConfiguration()),
    ConfigurationDelete: () => gone,
  });
  await user.click(await screen.findByRole("button", { name: "Remove configuration" }));
  expect(inputsOf("ConfigurationDelete")).toEqual([]);
  const [, sure] = screen.getAllByRole("button", { name: "Remove configuration" });
  if (sure) await user.click(sure);
  await waitFor(() => expect(way.getState()).toBe("/settings"));
  expect(inputsOf("ConfigurationDelete")).toEqual([{ id: "TmM6MQ==" }]);
});

test("the rules are made stricter, and a looser one says why it is refused", async () => {
  const errors = [{ field: "quiet_from", message: "no", code: "TOO_LOOSE" }];
  const { user, inputsOf } = await openApp(PAGE, {
    ...aSettingsRoom(aConfiguration()),
    ConfigurationUpdate: () => ({ configurationUpdate: { configuration: null, errors } }),
  });
  await user.click(await screen.findByRole("checkbox", { name: "Sunday" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText(/looser than the rules for everybody/);
  expect(dataOf(inputsOf("ConfigurationUpdate")[0])).toEqual({ ...DEFAULTS, rest_days: ["sunday"] });
});

test("words that nobody wants to read are listed, one a line", async () => {
  const { user, inputsOf } = await openApp(PAGE, {
    ...aSettingsRoom(aConfiguration()),
    ConfigurationUpdate: () => ({ configurationUpdate: { configuration: null, errors: [] } }),
  });
  await user.type(await screen.findByLabelText("Your words"), "lamp{enter}{enter}ısırgan*");
  await user.click(screen.getByRole("checkbox", { name: /Also our own short list/ }));
  await user.selectOptions(screen.getByLabelText("A message with one of them"), "mark");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(inputsOf("ConfigurationUpdate").length).toBe(1));
  const words = { blocked_words: ["lamp", "ısırgan*"], blocked_words_starter: true, blocked_words_act: "mark" };
  expect(dataOf(inputsOf("ConfigurationUpdate")[0])).toEqual({ ...DEFAULTS, ...words });
});

test("a provider's key is saved by itself and never shown", async () => {
  const kept = { senderUpdate: { sender: { configuration: "TmM6MQ==" }, errors: [] } };
  const { user, inputsOf, toasts } = await openApp(PAGE, {
    ...aSettingsRoom(aConfiguration()),
    SenderUpdate: () => kept,
  });
  await user.selectOptions(await screen.findByLabelText("Provider"), "Postmark");
  const key = screen.getByLabelText<HTMLInputElement>("Server token");
  expect(key.type).toBe("password");
  await user.type(key, "secret");
  await user.click(screen.getByRole("button", { name: "Save provider" }));
  await waitFor(() => expect(toasts()).toEqual([["success", "Saved"]]));
  expect(inputsOf("SenderUpdate")).toEqual([
    {
      input: {
        configuration: "TmM6MQ==",
        medium: "EMAIL",
        provider: "postmark",
        credentials: '{"server_token":"secret"}',
      },
    },
  ]);
});

test("notifications are switched on by themselves, and tell nobody's secret", async () => {
  const kept = { senderUpdate: { sender: { configuration: "TmM6MQ==" }, errors: [] } };
  const { user, inputsOf, toasts } = await openApp(PAGE, {
    ...aSettingsRoom(aConfiguration()),
    SenderUpdate: () => kept,
  });
  await user.selectOptions(await screen.findByLabelText("Notifications in browsers"), "Web push");
  await user.click(screen.getByRole("button", { name: "Save provider" }));
  await waitFor(() => expect(toasts()).toEqual([["success", "Saved"]]));
  expect(inputsOf("SenderUpdate")).toEqual([
    { input: { configuration: "TmM6MQ==", medium: "PUSH", provider: "webpush", credentials: "{}" } },
  ]);
});

test("WhatsApp's callback is shown once there is an account, and its keys never", async () => {
  const room = aSettingsRoom(aConfiguration());
  const account = { medium: "WHATSAPP", provider: "whatsapp", credentials: ["access_token"] } as const;
  const media = [{ ...account, eventsAddress: "https://support.example/api/whatsapp-events/key/whisper" }];
  const told = { ...room.MediumSenders(), mailSenders: [{ configuration: "TmM6MQ==", media }] };
  await openApp(PAGE, { ...room, MediumSenders: () => told });
  await screen.findByText("https://support.example/api/whatsapp-events/key/whisper");
  const token = screen.getByLabelText<HTMLInputElement>("Access token");
  expect([token.type, token.value]).toEqual(["password", ""]);
});

test("an account for SMS is tried with a number, and what is wrong with that is said beside it", async () => {
  const room = aSettingsRoom(aConfiguration());
  const media = [{ medium: "SMS", provider: "netgsm", credentials: ["password"], eventsAddress: null }] as const;
  const wrong = [{ field: "to", message: "This is no number.", code: "INVALID" }];
  const { user, inputsOf, toasts } = await openApp(PAGE, {
    ...room,
    MediumSenders: () => ({ ...room.MediumSenders(), mailSenders: [{ configuration: "TmM6MQ==", media }] }),
    MediumTest: ({ to }: { to: string }) => ({
      mediumTest: to.startsWith("+") ? { sentTo: "+905321234567", errors: [] } : { sentTo: null, errors: wrong },
    }),
  });
  const number = await screen.findByLabelText("Number for a test");
  await user.type(number, "12{Enter}");
  await screen.findByText("This is no number.");
  await user.clear(number);
  await user.type(number, "+90 532 123 45 67");
  await user.click(screen.getByRole("button", { name: "Send a test message" }));
  await waitFor(() =>
    expect(toasts()).toEqual([["success", "On its way to +905321234567. Contacts say what became of it."]]),
  );
  expect(screen.queryByText("This is no number.")).toBeNull();
  expect(inputsOf("MediumTest").at(-1)).toMatchObject({ medium: "SMS", to: "+90 532 123 45 67", locale: "en" });
});

test("what DNS lacks is said with what to add", async () => {
  const room = aSettingsRoom(aConfiguration());
  const { mailSenders, mailProviders } = room.MailSenders();
  const checks = [
    { record: "SPF", isWell: true, name: "aurora.example", advice: "" },
    { record: "DMARC", isWell: false, name: "_dmarc.aurora.example", advice: "Add a TXT record at _dmarc" },
  ];
  await openApp(PAGE, {
    ...room,
    MailSenders: () => ({ mailSenders: [{ ...mailSenders[0], checks }], mailProviders }),
  });
  await screen.findByText("SPF is there");
  expect(pageText()).toContain("DMARC needs you");
  expect(pageText()).toContain("Add a TXT record at _dmarc");
});

test.each([
  ["en", "Klaviyo mails your customers as well. Off unless you switch it on", "cart reminders"],
  ["tr", "Klaviyo da müşterilerinize e-posta gönderiyor", "sepet hatırlatmaları"],
])("another app that mails the customers is named in %s", async (locale, says, off) => {
  const otherSenders = [{ identifier: "saleor.app.klaviyo", name: "Klaviyo", off: ["cart_reminders"] }];
  const room = { ...aSettingsRoom(aConfiguration()), OtherSenders: () => ({ otherSenders }) };
  await openApp("/settings", room, locale);
  await waitFor(() => expect(pageText()).toContain(says));
  expect(pageText()).toContain(off);
});

test("an address where staff hear of who waits is kept, tried and removed, and never shown", async () => {
  let kept: { kind: string; problem: string } | null = null;
  const room = {
    ...aSettingsRoom(aConfiguration()),
    AlertAccount: () => ({ alertAccount: kept }),
    AlertAccountUpdate: ({ address }: { address: string }) => {
      kept = address === "" ? null : { kind: "slack", problem: "" };
      return { alertAccountUpdate: { errors: [] } };
    },
    AlertAccountTry: () => {
      const errors = [{ field: null, message: "Slack refused it.", code: "UNSAID" }];
      return { alertAccountTry: { errors } };
    },
  };
  const { user, inputsOf } = await openApp("/settings", room);
  await user.type(await screen.findByLabelText("Address"), "slack://secret");
  await user.click(screen.getByRole("button", { name: "Save the address" }));
  await screen.findByText("An address of slack is kept.");
  expect(screen.getByLabelText<HTMLInputElement>("Address").value).toBe("");
  await user.click(screen.getByRole("button", { name: "Send a test" }));
  await screen.findByText("Nothing arrived there. Look at the address.");
  await user.click(screen.getByRole("button", { name: "Remove" }));
  await waitFor(() => expect(screen.queryByText("An address of slack is kept.")).toBeNull());
  expect(inputsOf("AlertAccountUpdate")).toEqual([{ address: "slack://secret" }, { address: "" }]);
});

test("why people write, who works on it and what follows is saved as the server names it", async () => {
  const { user, inputsOf } = await openApp("/settings/TmM6MQ==", {
    ...aSettingsRoom(aConfiguration()),
    ConfigurationUpdate: () => ({ configurationUpdate: { configuration: { id: "TmM6MQ==" }, errors: [] } }),
  });
  await user.click(await screen.findByRole("button", { name: "Add a reason" }));
  const reason = within(screen.getByRole("group", { name: "Reason 2" }));
  await user.type(reason.getByLabelText("In Turkish"), "Eksik ürün");
  await user.selectOptions(reason.getByLabelText("Priority"), "URGENT");
  await user.click(screen.getByRole("button", { name: "Add a team" }));
  const team = within(screen.getByRole("group", { name: "Team 1" }));
  await user.type(team.getByLabelText("Name"), "Depo");
  await user.type(team.getByLabelText("E-mail addresses, one a line"), "a@aurora.example{Enter}");
  await user.selectOptions(reason.getByLabelText("Team"), "Depo");
  await user.selectOptions(screen.getByLabelText("Scale"), "10");
  await user.click(screen.getByRole("button", { name: "Remove Hasarlı" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(inputsOf("ConfigurationUpdate")).toHaveLength(1));
  const [{ input }] = inputsOf("ConfigurationUpdate") as [{ input: { data: string } }];
  expect(JSON.parse(input.data)).toMatchObject({
    ticket_reasons: [
      {
        name: "reason-2",
        title: { tr: "Eksik ürün" },
        department: "Depo",
        priority: "URGENT",
        first_reply_minutes: 0,
        resolve_minutes: 0,
      },
    ],
    departments: [{ name: "Depo", emails: ["a@aurora.example"] }],
    survey_scale: 10,
  });
});
