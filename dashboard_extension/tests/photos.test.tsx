import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { aPhotoDoor, aPicture } from "./aPhotoDoor";
import { aDesk, aMessage } from "./auroraInbox";
import { openApp } from "./openApp";
import { pageText } from "./pageText";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const TICKET = "/inbox/VGlja2V0OjE%3D";
const permit = { PhotoPermit: () => ({ ticket: { photoPermit: "permit" } }) };

test("staff send a photo with words for who does not see it, and it is shown before it goes", async () => {
  const posted = aPhotoDoor();
  const { user, inputsOf } = await openApp(TICKET, { ...aDesk(), ...permit });
  await user.upload(await screen.findByLabelText("Add photos"), aPicture());
  const shown = await screen.findByRole("img", { name: "lamp.jpg" });
  expect(shown.getAttribute("src")).toBe("/f/f1/320.webp");
  expect(posted).toEqual([{ permit: "Bearer permit", name: "lamp.jpg" }]);
  await user.type(screen.getByLabelText("What lamp.jpg shows"), "The scratch ");
  await user.click(screen.getByRole("button", { name: "Send" }));
  await waitFor(() => expect(inputsOf("TicketReply")).toHaveLength(1));
  const key = expect.stringMatching(/^[0-9a-f]{32}$/);
  const photos = [{ file: "f1", alt: "The scratch" }];
  expect(inputsOf("TicketReply")).toEqual([{ input: { id: "VGlja2V0OjE=", text: "", key, photos } }]);
  expect(screen.queryByLabelText("What lamp.jpg shows")).toBeNull();
});

test("a photo that is taken out does not go, and the words do", async () => {
  aPhotoDoor();
  const { user, inputsOf } = await openApp(TICKET, { ...aDesk(), ...permit });
  await user.upload(await screen.findByLabelText("Add photos"), [aPicture("one.jpg"), aPicture("two.jpg")]);
  await screen.findByRole("img", { name: "two.jpg" });
  await user.click(screen.getByRole("button", { name: "Take one.jpg out" }));
  await user.click(screen.getByRole("button", { name: "Take two.jpg out" }));
  await user.type(screen.getByLabelText("Your reply"), "Hello{Control>}{Enter}{/Control}");
  await waitFor(() => expect(inputsOf("TicketReply")).toHaveLength(1));
  const key = expect.any(String);
  expect(inputsOf("TicketReply")).toEqual([{ input: { id: "VGlja2V0OjE=", text: "Hello", key } }]);
});

test("nothing goes before the service has drawn a photo, and what it refuses is said", async () => {
  let state = "WAITING";
  aPhotoDoor(undefined, () => state);
  const { user, inputsOf } = await openApp(TICKET, { ...aDesk(), ...permit });
  await user.upload(await screen.findByLabelText("Add photos"), aPicture());
  await user.click(screen.getByRole("button", { name: "Send" }));
  await screen.findByText("The photos are still on their way. Send it in a moment.");
  state = "REFUSED";
  await screen.findByText("lamp.jpg has too many pixels.", undefined, { timeout: 10_000 });
  expect(screen.queryByText("The photos are still on their way. Send it in a moment.")).toBeNull();
  expect(inputsOf("TicketReply")).toEqual([]);
});

test.each([
  ["en", "Add photos", "song.jpg is no picture that we take: JPEG, PNG, WebP and GIF are."],
  ["tr", "Fotoğraf ekle", "song.jpg aldığımız türden bir resim değil: JPEG, PNG, WebP ve GIF olur."],
])("what is no picture is refused in %s", async (locale, add, why) => {
  aPhotoDoor(() => "FILE_NOT_AN_IMAGE");
  const { user } = await openApp(TICKET, { ...aDesk(), ...permit }, locale);
  await user.upload(await screen.findByLabelText(add), aPicture("song.jpg"));
  await screen.findByText(why);
  expect(screen.queryByRole("img", { name: "song.jpg" })).toBeNull();
});

test("no more than five go with one answer", async () => {
  const posted = aPhotoDoor();
  const { user } = await openApp(TICKET, { ...aDesk(), ...permit });
  const six = [1, 2, 3, 4, 5, 6].map((n) => aPicture(`${n}.jpg`));
  await user.upload(await screen.findByLabelText("Add photos"), six);
  await screen.findByText("At most 5 photos go with an answer.");
  await screen.findByRole("img", { name: "5.jpg" });
  expect(posted.map(({ name }) => name)).toEqual(["1.jpg", "2.jpg", "3.jpg", "4.jpg", "5.jpg"]);
  for (const n of [1, 2, 3, 4, 5]) await user.click(screen.getByRole("button", { name: `Take ${n}.jpg out` }));
});

test("photos are pasted and dropped, but not into a note", async () => {
  const posted = aPhotoDoor();
  const { user } = await openApp(TICKET, { ...aDesk(), ...permit });
  const box = await screen.findByLabelText("Your reply");
  fireEvent.paste(box, { clipboardData: { files: [aPicture("pasted.png")] } });
  await screen.findByRole("img", { name: "pasted.png" });
  fireEvent.drop(box, { dataTransfer: { files: [aPicture("dropped.png")], types: ["Files"] } });
  await screen.findByRole("img", { name: "dropped.png" });
  await user.click(screen.getByLabelText("Note"));
  fireEvent.paste(screen.getByLabelText("Note for colleagues"), { clipboardData: { files: [aPicture("note.png")] } });
  expect(screen.queryByLabelText("Add photos")).toBeNull();
  expect(posted).toHaveLength(2);
  await user.click(screen.getByLabelText("Reply"));
  for (const name of ["pasted.png", "dropped.png"]) {
    await user.click(await screen.findByRole("button", { name: `Take ${name} out` }));
  }
});

test("an answer that is taken back brings its photos along", async () => {
  aPhotoDoor();
  const { user, inputsOf } = await openApp(TICKET, { ...aDesk(), ...permit }, "en", 60_000);
  await user.upload(await screen.findByLabelText("Add photos"), aPicture());
  await screen.findByRole("img", { name: "lamp.jpg" });
  await user.click(screen.getByRole("button", { name: "Send" }));
  await user.click(await screen.findByRole("button", { name: "Take back" }));
  await screen.findByRole("button", { name: "Take lamp.jpg out" });
  expect(inputsOf("TicketReply")).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Take lamp.jpg out" }));
});

test("what a photo shows is told to who does not see it", async () => {
  aPhotoDoor();
  const card = { kind: "photos", photos: [{ id: "f9", url: "https://x.example/f/f9", alt: "A cracked shade" }] };
  await openApp(TICKET, aDesk("OPEN", [aMessage({ text: "", card: JSON.stringify(card) })]));
  const photo = await screen.findByRole("img", { name: "A cracked shade" });
  expect(photo.closest("a")?.getAttribute("href")).toBe("/f/f9/1600.webp");
});

test("a file of a shopper's mail is fetched with the token of who looks, and kept under its name", async () => {
  const card = { kind: "files", mail: "UmVjZWl2ZWRNYWlsOjE=", files: [{ at: 2, name: "bill.pdf", bytes: 48_200 }] };
  const asked = vi.spyOn(globalThis, "fetch").mockResolvedValueOnce(new Response("%PDF-1.7"));
  const kept: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    kept.push(this.download);
  });
  const said = aMessage({ author: "SYSTEM", event: "ATTACHED", text: "bill.pdf", card: JSON.stringify(card) });
  const { user, toasts } = await openApp(TICKET, aDesk("OPEN", [said]));
  await user.click(await screen.findByRole("button", { name: /bill\.pdf/ }));
  await waitFor(() => expect(kept).toEqual(["bill.pdf"]));
  expect(pageText()).toContain("48 kB");
  const [address, request] = asked.mock.calls[0] as [string, RequestInit];
  expect(address).toBe("/staff/mail-files/UmVjZWl2ZWRNYWlsOjE%3D/2");
  expect(request.headers).toEqual({ Authorization: "Bearer token" });
  asked.mockResolvedValueOnce(new Response(null, { status: 404 }));
  await user.click(screen.getByRole("button", { name: /bill\.pdf/ }));
  await waitFor(() =>
    expect(toasts()).toEqual([["error", "This file is not kept any more: mails are forgotten after 90 days."]]),
  );
});
