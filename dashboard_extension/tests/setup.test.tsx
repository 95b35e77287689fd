import { act, cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { Setup } from "../src/setup/steps";
import { aSetup, aSnippet } from "./auroraDesk";
import { openApp } from "./openApp";
import { pageText } from "./pageText";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const failure = { failure: { code: "PERMISSION_DENIED", requestId: null } };
const room = (setup: Setup) => ({ ...aSnippet, Setup: () => ({ setup }) });

test.each([
  ["en", "2 of 6", "Next up", "Put the snippet on your shop"],
  ["tr", "2 / 6", "Sıradaki", "Kodu mağazanıza ekleyin"],
])("the steps say in %s how far it is and what comes next", async (locale, progress, nextUp, next) => {
  await openApp("/", room(aSetup({ originsSet: true, hoursSet: true })), locale);
  await screen.findByText(progress);
  const step = document.querySelector("[aria-current=step]");
  expect(step?.textContent).toContain(nextUp);
  expect(step?.textContent).toContain(next);
});

test("where nobody is within reach is told by stage of buying and by way", async () => {
  const coverage = [
    { stage: "PRODUCT" as const, seenAt: "2026-11-20T09:00:00+00:00", ways: ["phone", "chat"] },
    { stage: "CART" as const, seenAt: null, ways: [] },
    { stage: "LEFT_CART" as const, seenAt: null, ways: ["phone"] },
  ];
  await openApp("/", room(aSetup({ ways: ["phone", "chat"], coverage })));
  const table = await screen.findByRole("table");
  const said = Array.from(table.querySelectorAll("tbody tr"), (row) => [
    row.classList.contains("is-gap"),
    ...Array.from(row.querySelectorAll(".only-heard"), (cell) => cell.textContent),
  ]);
  expect(said).toEqual([
    [false, "Reachable", "Reachable"],
    [true, "Not reachable", "Not reachable"],
    [false, "Reachable", "Not reachable"],
  ]);
  expect(table.textContent).toContain("Nobody is within reach here. No page has named this stage yet.");
  expect(Array.from(table.querySelectorAll("thead th"), (head) => head.textContent)).toEqual([
    "Stage",
    "Phone",
    "Live chat",
  ]);
});

test("the snippet is the server's, for the channel and the reader's language", async () => {
  const { user } = await openApp("/", room(aSetup()), "tr");
  await screen.findByText('<script data-channel="default-channel" data-locale="tr"></script>');
  await user.selectOptions(screen.getByLabelText("Dil"), "en");
  await screen.findByText('<script data-channel="default-channel" data-locale="en"></script>');
});

test("the first visit ticks its step off while somebody looks", async () => {
  vi.useFakeTimers();
  let seen: string | null = null;
  await openApp("/", { ...aSnippet, Setup: () => ({ setup: aSetup({ snippetSeenAt: seen }) }) });
  await act(() => vi.advanceTimersByTimeAsync(100));
  expect(pageText()).toContain("Waiting for the first visit…");
  seen = new Date().toISOString();
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  expect(pageText()).toContain("Last seen now");
  expect(pageText()).toContain("1 of 6");
});

test("a test e-mail says where it goes, and ticks its step off", async () => {
  let setup = aSetup();
  const SenderTest = () => {
    setup = aSetup({ senderTested: true });
    return { senderTest: { sentTo: "staff@aurora.example", errors: [] } };
  };
  const { user, toasts } = await openApp("/", { ...aSnippet, Setup: () => ({ setup }), SenderTest });
  await user.click(await screen.findByRole("button", { name: "Send the test e-mail" }));
  await screen.findByText("1 of 6");
  expect(toasts()).toEqual([["success", "The test e-mail is on its way to staff@aurora.example"]]);
});

test("the setup is put aside and taken up again", async () => {
  let setup = aSetup();
  const SetupPark = ({ parked }: { parked: boolean }) => {
    setup = aSetup({ parkedAt: parked ? "2026-03-04T12:00:00+00:00" : null });
    return { setupPark: { setup, errors: [] } };
  };
  const { user } = await openApp("/", { ...aSnippet, Setup: () => ({ setup }), SetupPark });
  await user.click(await screen.findByRole("button", { name: "Put aside" }));
  await screen.findByText("The setup is put aside");
  await user.click(screen.getByRole("button", { name: "Show again" }));
  await screen.findByText("0 of 6");
});

test.each([
  ["en", "Missing", "Ask for what is missing", "Manage checkouts"],
  ["tr", "Eksik", "Eksik olanları iste", "Sepetleri yönet (Manage checkouts)"],
])("what the app lacks is named in %s, and asked for through Dashboard", async (locale, missing, ask, name) => {
  const { user, dashboard } = await openApp(
    "/permissions",
    room(aSetup({ missingPermissions: ["MANAGE_CHECKOUTS"] })),
    locale,
  );
  await user.click(await screen.findByRole("button", { name: ask }));
  expect(dashboard.deeds).toContainEqual(["requestPermissions", ["MANAGE_CHECKOUTS"], "/permissions"]);
  expect(screen.getByRole("heading", { name: new RegExp(missing) }).textContent).toContain(name);
});

test("who may not manage settings still reads what each permission is for", async () => {
  await openApp("/permissions", { Setup: () => failure });
  await screen.findByText(/Saleor tells us about checkouts/);
  expect(pageText()).not.toContain("Granted");
});
