import { cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { MailboxesQuery } from "../src/generated/Mailboxes";
import { aConfiguration, aSettingsRoom } from "./auroraDesk";
import { aDesk } from "./auroraInbox";
import { openApp } from "./openApp";

afterEach(cleanup);

type Mailbox = MailboxesQuery["mailboxes"][number];

function aMailbox(changes: Partial<Mailbox> = {}): Mailbox {
  return {
    configuration: "TmM6MQ==",
    way: "imap",
    host: "imap.aurora.example",
    username: "shop",
    hasPassword: true,
    authservId: "",
    address: null,
    checkedAt: null,
    problem: "",
    ...changes,
  };
}

test("a mailbox is named, its password never shown again, and what is wrong stands beside its field", async () => {
  const mailboxes: Mailbox[] = [];
  let errors = [{ field: "host", message: "This is not a server.", code: "INVALID" }];
  const room = {
    ...aSettingsRoom(aConfiguration()),
    Mailboxes: () => ({ mailboxes }),
    MailboxUpdate: () => {
      if (errors.length === 0) mailboxes.push(aMailbox());
      return { mailboxUpdate: { errors } };
    },
    MailboxTry: () => ({ mailboxTry: { errors: [] } }),
  };
  const { user, inputsOf, toasts } = await openApp("/settings/TmM6MQ%3D%3D", room);
  await user.selectOptions(await screen.findByLabelText("How they come in"), "imap");
  await user.type(screen.getByLabelText("Server"), "imap.aurora.example");
  await user.type(screen.getByLabelText("User name"), "shop");
  await user.type(screen.getByLabelText("Password"), "secret");
  await user.click(screen.getByRole("button", { name: "Save how mails come in" }));
  await screen.findByText("This is not a server.");
  errors = [];
  await user.click(screen.getByRole("button", { name: "Save how mails come in" }));
  await user.click(await screen.findByRole("button", { name: "Look into it now" }));
  await waitFor(() => expect(toasts().at(-1)).toEqual(["success", "It can be read."]));
  expect(screen.getByLabelText<HTMLInputElement>("Password").value).toBe("");
  expect(inputsOf("MailboxUpdate")[0]).toEqual({
    input: {
      configuration: "TmM6MQ==",
      way: "imap",
      host: "imap.aurora.example",
      username: "shop",
      password: "secret",
      authservId: "",
    },
  });
});

test.each([
  ["en", "It could not be read: refused", "https://support.example/in"],
  ["tr", "Okunamadı: refused", "https://support.example/in"],
])("what a provider calls, and why nothing comes, is said in %s", async (locale, problem, address) => {
  const mailbox = aMailbox({ way: "postmark", address, problem: "refused" });
  const room = { ...aSettingsRoom(aConfiguration()), Mailboxes: () => ({ mailboxes: [mailbox] }) };
  await openApp("/settings/TmM6MQ%3D%3D", room, locale);
  await screen.findByText(problem);
  screen.getByText(address);
});

test("a mail that may be forged waits for staff, who open a ticket of its own", async () => {
  const mail = {
    id: "UmVjZWl2ZWRNYWlsOjE=",
    sender: "eve@aurora.example",
    subject: "My lamp",
    reason: "FORGED",
    receivedAt: "2026-03-04T12:00:00+00:00",
    ticketId: "VGlja2V0OjE=",
    ticketNumber: 7,
  };
  const desk = {
    ...aDesk(),
    HeldMails: () => ({ receivedMails: { edges: [{ node: mail }], totalCount: 1 } }),
    ReceivedMailLetIn: () => ({ receivedMailLetIn: { mail: { ticketId: "VGlja2V0OjE=2" }, errors: [] } }),
  };
  const { user, way, inputsOf } = await openApp("/inbox", desk);
  await user.click(await screen.findByRole("link", { name: "1 held mail" }));
  await screen.findByText("Your server says it is not from whom it says");
  screen.getByRole("link", { name: "Was meant for #7" });
  await user.click(screen.getByRole("button", { name: "Open a ticket" }));
  await waitFor(() => expect(way.getState()).toContain("%3D2"));
  expect(inputsOf("ReceivedMailLetIn")).toEqual([{ id: mail.id }]);
});
