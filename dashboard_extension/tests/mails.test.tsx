import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { MailTextFragment } from "../src/generated/MailTexts";
import { openApp } from "./openApp";
import { pageText } from "./pageText";

afterEach(cleanup);

const OURS = { subject: "We have it", preheader: "", heading: "Got it", body: "Its number.", button: "See", note: "" };

function aMail(changes: Partial<MailTextFragment> = {}): MailTextFragment {
  return {
    kind: "ticket_received",
    language: "en",
    channel: "",
    name: "Message received",
    values: ["shop", "number"],
    ours: JSON.stringify(OURS),
    texts: JSON.stringify(OURS),
    newest: null,
    ...changes,
  };
}

const reply = aMail({ kind: "ticket_reply", name: "Answer to a message", language: "en" });
const turkish = aMail({ language: "tr", name: "Mesaj alındı" });

function aMailRoom(mail = aMail()) {
  return {
    MailTexts: () => ({
      channels: [{ slug: "tr", name: "Aurora Türkiye" }],
      mailTexts: [mail, reply, turkish],
    }),
    MailTextPreview: ({ input }: { input: { texts: string } }) => ({
      mailTextPreview: {
        subject: `Subject: ${JSON.parse(input.texts).subject}`,
        text: `Text: ${JSON.parse(input.texts).body}`,
        html: "<p>mail</p>",
        warnings: [],
        errors: [],
      },
    }),
    MailTextVersions: () => ({
      mailTextVersions: [
        { version: 2, texts: "{}", author: "ada@aurora.example", createdAt: "2026-03-04T12:00:00+00:00" },
        { version: 1, texts: '{"heading":"Hello"}', author: "ada@aurora.example", createdAt: "2026-03-03T12:00:00Z" },
      ],
    }),
  };
}

test.each([
  ["en", "Mails", "Message received"],
  ["tr", "E-postalar", "Mesaj alındı"],
])("every mail is there in %s, in the reader's language first", async (locale, title, name) => {
  await openApp("/mails", aMailRoom(), locale);
  await screen.findByRole("heading", { name: title });
  expect(screen.getAllByRole("link", { name }).length).toBe(1);
});

test("the mails are in the language that Dashboard says after the page is there", async () => {
  const { dashboard } = await openApp("/mails", aMailRoom());
  await screen.findAllByRole("link", { name: "Message received" });
  act(() => dashboard.says({ locale: "tr" }));
  await screen.findByRole("link", { name: "Mesaj alındı" });
});

test("what is written is previewed as it is typed, and saved whole", async () => {
  const saved = { mailTextUpdate: { mailText: { kind: "ticket_received" }, errors: [] } };
  const { user, inputsOf, toasts } = await openApp("/mails/ticket_received", {
    ...aMailRoom(),
    MailTextUpdate: () => saved,
  });
  const subject = await screen.findByLabelText<HTMLInputElement>("Subject");
  await screen.findByText("Subject: We have it");
  await user.clear(subject);
  await user.type(subject, "Thanks");
  await screen.findByText("Subject: Thanks");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(toasts()).toEqual([["success", "Saved"]]));
  const [{ input }] = inputsOf("MailTextUpdate") as [{ input: { texts: string } }];
  expect(input).toMatchObject({ kind: "ticket_received", language: "en", channel: "" });
  expect(JSON.parse(input.texts)).toEqual({ ...OURS, subject: "Thanks" });
});

test("the preview's frame can neither run its own scripts nor reach this page", async () => {
  await openApp("/mails/ticket_received", aMailRoom());
  const frame = await screen.findByTitle("How the mail looks");
  expect(frame.getAttribute("sandbox")).toBe("allow-scripts");
  expect(frame.getAttribute("src")).toBe("/dashboard/mail");
  expect(frame.getAttribute("srcdoc")).toBeNull();
});

test("the text part is shown as well", async () => {
  const { user } = await openApp("/mails/ticket_received", aMailRoom());
  await user.click(await screen.findByRole("button", { name: "Text only" }));
  await screen.findByText("Text: Its number.");
});

test("a fault stands beside its text and what was typed stays", async () => {
  const room = aMailRoom();
  const errors = [{ field: "body", message: "A bracket is opened.", code: "BROKEN" }];
  const { user } = await openApp("/mails/ticket_received", {
    ...room,
    MailTextUpdate: () => ({ mailTextUpdate: { mailText: null, errors } }),
  });
  const body = await screen.findByLabelText<HTMLTextAreaElement>("Text");
  await user.type(body, " x");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("A bracket is opened.");
  expect(body.getAttribute("aria-invalid")).toBe("true");
  expect(body.value).toBe("Its number. x");
});

test("an older version comes back into the form", async () => {
  const mail = aMail({ newest: { version: 2, failedAt: null } });
  const { user } = await openApp("/mails/ticket_received", aMailRoom(mail));
  await user.click(await screen.findByRole("button", { name: "Bring back version 1" }));
  expect(screen.getByLabelText<HTMLInputElement>("Heading").value).toBe("Hello");
  expect(screen.getByLabelText<HTMLInputElement>("Subject").value).toBe("We have it");
  expect(screen.queryByRole("button", { name: "Bring back version 2" })).toBeNull();
});

test("a text that could not be used says so", async () => {
  const mail = aMail({ texts: '{"body":"{{"}', newest: { version: 2, failedAt: "2026-03-04T12:00:00Z" } });
  await openApp("/mails/ticket_received", aMailRoom(mail));
  const kinds = await screen.findByRole("navigation", { name: "Which mail" });
  expect(within(kinds).getByText("Cannot be used")).toBeTruthy();
  expect(pageText()).toContain("A mail had to go out in our words");
});

test("a test goes to the reader, with what stands in the form", async () => {
  const sent = { mailTextTest: { sentTo: "ada@aurora.example", errors: [] } };
  const { user, toasts } = await openApp("/mails/ticket_received", { ...aMailRoom(), MailTextTest: () => sent });
  await user.click(await screen.findByRole("button", { name: "Send me this mail" }));
  await waitFor(() => expect(toasts()).toEqual([["success", "On its way to ada@aurora.example"]]));
});

test("what is not saved is not left without a question", async () => {
  const { user, way } = await openApp("/mails/ticket_received", aMailRoom());
  await user.type(await screen.findByLabelText("Heading"), "!");
  await user.click(screen.getByRole("link", { name: "Answer to a message" }));
  expect(way.getState()).toBe("/mails/ticket_received");
  await user.click(screen.getByRole("button", { name: "Leave" }));
  expect(way.getState()).toBe("/mails/ticket_reply");
});
