import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { aDesk, aMessage, CHAT } from "./auroraInbox";
import { openApp } from "./openApp";
import { pageText } from "./pageText";

afterEach(cleanup);

const TICKET = "/inbox/VGlja2V0OjE%3D";
const YAZ = "yaz@aurora.example";

test("a ticket is given to a colleague who is found by a part of the name, and taken back", async () => {
  const { user, inputsOf } = await openApp(TICKET, aDesk("OPEN", [aMessage()], { assignedEmail: "me@aurora.example" }));
  await user.click(await screen.findByRole("button", { name: "Assign" }));
  const search = screen.getByLabelText("Find a colleague");
  expect(document.activeElement).toBe(search);
  await user.type(search, "nobody");
  expect(pageText()).toContain("Nobody of the staff is called that.");
  await user.clear(search);
  await user.type(search, "AZ{Enter}");
  await screen.findByText(`Given to ${YAZ}.`);
  await user.click(screen.getByRole("button", { name: "Undo" }));
  const ids = ["VGlja2V0OjE="];
  expect(inputsOf("TicketsUpdate")).toEqual([
    { ids, input: { assignTo: YAZ } },
    { ids, input: { assignTo: "me@aurora.example" } },
  ]);
});

test("who is there is said so, and whose it is already is not offered", async () => {
  const { user } = await openApp(TICKET, aDesk("OPEN", [aMessage()], { assignedEmail: "me@aurora.example" }));
  await user.click(await screen.findByRole("button", { name: "Assign" }));
  const rows = screen.getAllByRole("listitem").filter((row) => within(row).queryByText("there now"));
  expect(rows.map((row) => row.textContent)).toEqual([`Yazthere now${YAZ}`]);
  expect(screen.queryByRole("button", { name: "me@aurora.example" })).toBeNull();
});

test("several are given at once, and each goes back to whose it was", async () => {
  const { user, inputsOf } = await openApp("/inbox", aDesk("OPEN", [aMessage()], {}, { rows: 2 }));
  await user.click(await screen.findByRole("checkbox", { name: "Choose Aurora Customer" }));
  await user.click(screen.getByRole("checkbox", { name: "Choose Customer 2" }));
  await user.click(screen.getByRole("button", { name: "Assign" }));
  await user.click(await screen.findByRole("button", { name: /^Yaz/ }));
  await screen.findByText("2 conversations changed.");
  await user.click(screen.getByRole("button", { name: "Undo" }));
  const ids = ["VGlja2V0OjE=", "VGlja2V0OjE=2"];
  expect(inputsOf("TicketsUpdate")).toEqual([
    { ids, input: { assignTo: YAZ } },
    { ids, input: { unassign: true } },
  ]);
});

test("the list shows what one colleague has", async () => {
  const { user, inputsOf } = await openApp("/inbox", aDesk());
  await screen.findByText("My lamp");
  await user.selectOptions(screen.getByLabelText("Whose it is"), YAZ);
  const wanted = { filter: { assigned: "ANYBODY", assignedEmail: YAZ } };
  await waitFor(() => expect(inputsOf("Tickets").at(-1)).toMatchObject(wanted));
});

test("what a colleague gave the reader is said in Dashboard's corner", async () => {
  const nothing = () => ({ failure: { code: "OFFLINE", requestId: null } });
  const { live, toasts } = await openApp("/permissions", { Setup: nothing });
  const told = { is: "assigned", conversation: CHAT, ticket: "VGlja2V0OjE=", number: 7, by: YAZ } as const;
  act(() => {
    live.says({ ...told, count: 1 });
    live.says({ ...told, count: 3 });
  });
  expect(toasts().map(([, title]) => title)).toEqual([`${YAZ} gave you no. 7`, `${YAZ} gave you 3 conversations`]);
});

test("somebody is put in copy by Enter, which sends nothing, and taken out again", async () => {
  const { user, inputsOf } = await openApp(TICKET, aDesk());
  await user.click(await screen.findByRole("button", { name: "Put somebody in copy" }));
  await user.type(screen.getByLabelText("In copy"), "bora@partner.dev{Enter}");
  await user.click(await screen.findByRole("button", { name: "Take bora@partner.dev out of copy" }));
  await screen.findByLabelText("In copy");
  expect(inputsOf("TicketCopiesSet")).toEqual([
    { id: "VGlja2V0OjE=", emails: ["bora@partner.dev"] },
    { id: "VGlja2V0OjE=", emails: [] },
  ]);
  expect(inputsOf("TicketReply")).toEqual([]);
});

test("why somebody cannot be in copy stands below the field, and what was typed stays", async () => {
  const refused = () => ({
    ticketCopiesSet: { ticket: null, errors: [{ field: "emails", message: "", code: "CLOSED" }] },
  });
  const { user } = await openApp(TICKET, { ...aDesk(), TicketCopiesSet: refused });
  await user.click(await screen.findByRole("button", { name: "Put somebody in copy" }));
  await user.type(screen.getByLabelText("In copy"), "bora@partner.dev{Enter}");
  expect((await screen.findByRole("alert")).textContent).toBe("Mails to this address come back.");
  expect((screen.getByLabelText("In copy") as HTMLInputElement).value).toBe("bora@partner.dev");
});

test("what somebody in copy wrote is no word of the shopper's", async () => {
  const wrote = {
    author: "SYSTEM",
    authorName: "Bora <bora@partner.dev>",
    event: "COPY_WROTE",
    text: "Sent on Monday.",
  };
  await openApp(TICKET, aDesk("OPEN", [aMessage(), aMessage({ seq: 2, ...wrote } as never)]));
  const bubble = await screen.findByText("Sent on Monday.");
  expect(bubble.closest("li")?.textContent).toContain("Bora <bora@partner.dev> in copy, seen by staff alone");
});
