import { cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { ContactPersonQuery } from "../src/generated/ContactPerson";
import type { ContactRowFragment, ContactsQuery } from "../src/generated/Contacts";
import { openApp } from "./openApp";
import { pageText } from "./pageText";

afterEach(cleanup);

const PERSON = "UGVyc29uOjE=";
const AT = "2026-03-04T12:00:00+00:00";

function aContact(changes: Partial<ContactRowFragment> = {}): ContactRowFragment {
  return {
    id: "c1",
    kind: "cart_reminder",
    purpose: "COMMERCIAL",
    medium: "EMAIL",
    state: "WITHHELD",
    reason: "NOT_RIGHT_ANY_MORE",
    said: "ordered",
    basis: null,
    address: "ayse@shopper.dev",
    subject: "Your basket waits",
    createdAt: AT,
    dueAt: null,
    person: { id: PERSON },
    ...changes,
  };
}

function anOutbox(rows: ContactRowFragment[] = [aContact()]) {
  let outboxPausedAt: string | null = null;
  return {
    Contacts: ({ state }: { state: string | null }): ContactsQuery => {
      const found = rows.filter((row) => state === null || row.state === state);
      return {
        outboxPausedAt,
        contacts: {
          edges: found.map((node) => ({ node })),
          pageInfo: { hasNextPage: false, endCursor: null },
          totalCount: found.length,
        },
      };
    },
    OutboxPause: ({ paused }: { paused: boolean }) => {
      outboxPausedAt = paused ? AT : null;
      return { outboxPause: { pausedAt: outboxPausedAt } };
    },
    ContactPerson: ({ id }: { id: string }): ContactPersonQuery => ({
      person:
        id === PERSON
          ? {
              id,
              knownSince: AT,
              country: "TR",
              timeZone: null,
              keys: [{ kind: "EMAIL", value: "ayse@shopper.dev", isVerified: true }],
              consents: [
                { medium: "EMAIL", purpose: "COMMERCIAL", isGiven: true, at: AT, source: "CHECKOUT" },
                { medium: "EMAIL", purpose: "SERVICE", isGiven: null, at: null, source: null },
                { medium: "SMS", purpose: "COMMERCIAL", isGiven: false, at: AT, source: "ONE_CLICK" },
              ],
              closed: [{ medium: "SMS", reason: "BOUNCED", at: AT }],
            }
          : null,
    }),
  };
}

test.each([
  ["en", ["Contacts", "ayse@shopper.dev", "Not sent", "Commercial", "It was not right any more", "ordered"]],
  ["tr", ["İletişim", "ayse@shopper.dev", "Gönderilmedi", "Ticari", "Artık doğru değildi", "ordered"]],
])("staff see in %s what did not go out, and why", async (locale, facts) => {
  await openApp("/contacts", anOutbox(), locale);
  await screen.findByText("Your basket waits");
  for (const fact of facts) expect(pageText()).toContain(fact);
});

test("a message that waits says until when, and one that went out says by what right", async () => {
  const waiting = aContact({ state: "WAITING", reason: "QUIET_HOURS", said: null, dueAt: AT });
  await openApp(
    "/contacts",
    anOutbox([waiting, aContact({ id: "c2", state: "SENT", reason: null, basis: "CONSENT" })]),
  );
  await screen.findAllByText("Your basket waits");
  expect(pageText()).toMatch(/It is night.*Looked at again Mar 4, 2026/);
  expect(pageText()).toContain("Allowed: they agreed");
});

test("the list is narrowed by state, and shown whole again", async () => {
  const { user, inputsOf } = await openApp("/contacts", anOutbox());
  await screen.findByText("Your basket waits");
  await user.selectOptions(screen.getByLabelText("State"), "Sent");
  await user.click(await screen.findByRole("button", { name: "Show all messages" }));
  await screen.findByText("Your basket waits");
  expect(inputsOf("Contacts")).toContainEqual(expect.objectContaining({ state: "SENT", purpose: null, person: null }));
});

test("everything is paused by one switch, and let go again by undo", async () => {
  const { user, inputsOf } = await openApp("/contacts", anOutbox());
  await user.click(await screen.findByRole("button", { name: "Pause everything" }));
  await screen.findByText(/Nothing goes out since/);
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(inputsOf("OutboxPause")).toEqual([{ paused: true }, { paused: false }]));
  await screen.findByRole("button", { name: "Pause everything" });
});

test("a person is shown with what they said, and what went to them", async () => {
  const { user, inputsOf } = await openApp("/contacts", anOutbox());
  await user.click(await screen.findByRole("link", { name: "ayse@shopper.dev" }));
  await screen.findByRole("table", { name: "What they said" });
  expect(screen.getByRole("row", { name: /^E-mail Yes .*in a checkout Nothing/ })).toBeTruthy();
  expect(screen.getByRole("row", { name: /^Text message No .*by one click in a message/ })).toBeTruthy();
  expect(pageText()).toContain("Text message: there is no such address");
  expect(inputsOf("Contacts").at(-1)).toMatchObject({ person: PERSON });
});

test("an address of nobody is explained", async () => {
  await openApp("/contacts/UGVyc29uOjk%3D", anOutbox());
  expect(await screen.findByText("There is no such person")).toBeTruthy();
});
