import { act, cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { aChat, aDesk, aMessage, aSaid, aSeat, CHAT } from "./auroraInbox";
import { openApp } from "./openApp";
import { pageText } from "./pageText";

afterEach(cleanup);

const TICKET = "/inbox/VGlja2V0OjE%3D";
const SEATED = aChat({ state: "SEATED", seat: aSeat() });
const chatting = (chat = SEATED) => aDesk("OPEN", [aMessage()], {}, { chat });

test.each([
  ["en", ["Live chats", "Waits", "Take", "lamps", "1 of 3 chats"]],
  ["tr", ["Canlı sohbetler", "bekliyor", "Üstlen", "lamps", "1/3 sohbet"]],
])("staff see in %s which shopper waits, and it is not doubled below", async (locale, facts) => {
  await openApp("/inbox", chatting(aChat()), locale);
  await screen.findByText("Aurora Customer", { selector: ".live-row .name" });
  for (const fact of facts) expect(pageText()).toContain(fact);
  await waitFor(() => expect(document.querySelectorAll(".ticket-row")).toHaveLength(1));
  expect(document.title).toMatch(/^\(1\) /);
});

test("a chat that waits is taken from the list, and then it can be answered", async () => {
  const { user, way, inputsOf } = await openApp("/inbox", chatting(aChat()));
  await user.click(await screen.findByRole("button", { name: /^Take/ }));
  expect(inputsOf("ChatAccept")).toEqual([{ id: CHAT }]);
  await waitFor(() => expect(way.getState()).toBe(TICKET));
  await screen.findByText("The shopper sees it at once.");
});

test("a chat that nobody took yet has no place for an answer, but for a note", async () => {
  const { user } = await openApp(TICKET, chatting(aChat()));
  await screen.findByRole("button", { name: "Take this chat" });
  expect(screen.queryByLabelText("Your reply")).toBeNull();
  await user.click(screen.getByLabelText("Note"));
  screen.getByLabelText("Note for colleagues");
  await user.click(screen.getByLabelText("Reply"));
  await user.click(screen.getByRole("button", { name: "Take this chat" }));
  await screen.findByLabelText("Your reply");
});

test("why a chat could not be taken stands in Dashboard's corner", async () => {
  const errors = [{ field: null, message: "no", code: "TAKEN" }];
  const { user, toasts } = await openApp(TICKET, {
    ...chatting(aChat()),
    ChatAccept: () => ({ chatAccept: { chat: null, errors } }),
  });
  await user.click(await screen.findByRole("button", { name: "Take this chat" }));
  await waitFor(() => expect(toasts()).toEqual([["error", "That did not work", "Somebody else has taken it."]]));
});

test("what is said in a chat goes out at once, and stands there until it is said back", async () => {
  const { user, live, inputsOf } = await openApp(TICKET, chatting());
  await user.type(await screen.findByLabelText("Your reply"), "On its way!{Control>}{Enter}{/Control}");
  const said = live.deeds.find((deed) => deed.do === "say");
  expect(said).toMatchObject({ conversation: CHAT, text: "On its way!" });
  await screen.findByText("Sending…");
  const key = said?.do === "say" ? said.key : "";
  act(() => live.says(aSaid({ author: "staff", name: "me@aurora.example", text: "On its way!", key })));
  expect(pageText()).not.toContain("Sending…");
  expect(screen.getAllByText("On its way!")).toHaveLength(1);
  expect(inputsOf("TicketReply")).toEqual([]);
});

test("what was said while the line was cut goes out again under the same name", async () => {
  const { user, live } = await openApp(TICKET, chatting());
  const reply = await screen.findByLabelText("Your reply");
  act(() => live.stands("waiting"));
  await user.type(reply, "Are you there?{Control>}{Enter}{/Control}");
  expect(live.deeds.filter((deed) => deed.do === "say")).toEqual([]);
  act(() => {
    live.stands("open");
    live.says({ is: "welcome", user: "me", email: "me@aurora.example" });
  });
  const first = live.deeds.filter((deed) => deed.do === "say");
  act(() => live.says({ is: "welcome", user: "me", email: "me@aurora.example" }));
  const second = live.deeds.filter((deed) => deed.do === "say");
  expect(second).toEqual([...first, ...first]);
});

test("what was refused stays with the reason, and can be sent again or thrown away", async () => {
  const { user, live } = await openApp(TICKET, chatting());
  await user.type(await screen.findByLabelText("Your reply"), "Hm{Control>}{Enter}{/Control}");
  const key = live.deeds.flatMap((deed) => (deed.do === "say" ? deed.key : []))[0] ?? "";
  act(() => live.says({ is: "refused", do: "say", code: "LIMITED", conversation: CHAT, key }));
  expect((await screen.findByRole("alert")).textContent).toContain("Wait a minute.");
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(live.deeds.filter((deed) => deed.do === "say" && deed.key === key)).toHaveLength(2);
  act(() => live.says({ is: "refused", do: "say", code: "LIMITED", conversation: CHAT, key }));
  await user.click(await screen.findByRole("button", { name: "Throw away" }));
  expect(screen.queryByText("Hm")).toBeNull();
});

test("a chat goes on as it is told: in order, once each, read and typed", async () => {
  const { live } = await openApp(TICKET, chatting());
  await screen.findByText("Where is my lamp?", { selector: ".bubble" });
  expect(live.followed).toContainEqual([CHAT, 1]);
  act(() => live.says({ is: "typing", conversation: CHAT, author: "shopper", name: "" }));
  await screen.findByText("Aurora Customer is typing…");
  act(() => {
    live.says(aSaid({ seq: 3, author: "staff", name: "me@aurora.example", text: "Today." }));
    live.says(aSaid({ seq: 2, text: "Hello?" }));
    live.says(aSaid({ seq: 2, text: "Hello?" }));
    live.says(aSaid({ seq: 9, conversation: "elsewhere", text: "Not here" }));
  });
  const bubbles = [...document.querySelectorAll(".bubble")].map((bubble) => bubble.textContent);
  expect(bubbles).toEqual(["Where is my lamp?", "Hello?", "Today."]);
  expect(pageText()).not.toContain("is typing…");
  await waitFor(() => expect(live.deeds).toContainEqual({ do: "read", conversation: CHAT, seq: 3 }));
  expect(document.querySelector(".read")).toBeNull();
  act(() => live.says({ is: "read", conversation: CHAT, author: "shopper", seq: 3 }));
  expect(document.querySelector(".read")?.textContent).toContain("Read");
});

test("the shopper is told that somebody types an answer, and nothing of a note", async () => {
  const { user, live } = await openApp(TICKET, chatting());
  await user.click(await screen.findByLabelText("Note"));
  await user.type(screen.getByLabelText("Note for colleagues"), "Hm");
  expect(live.deeds.filter((deed) => deed.do === "typing")).toEqual([]);
  await user.clear(screen.getByLabelText("Note for colleagues"));
  await user.click(screen.getByLabelText("Reply"));
  await user.type(screen.getByLabelText("Your reply"), "Dear");
  expect(live.deeds.filter((deed) => deed.do === "typing")).toHaveLength(1);
  await user.clear(screen.getByLabelText("Your reply"));
});

test("a chat is handed to who has a place, put back, and ended", async () => {
  const { user, inputsOf, toasts } = await openApp(TICKET, chatting());
  await user.click(await screen.findByRole("button", { name: "Hand over" }));
  await user.click(await screen.findByRole("button", { name: "Yaz, 1 of 3" }));
  await waitFor(() => expect(toasts()).toEqual([["success", "Handed to Yaz"]]));
  expect(inputsOf("ChatTransfer")).toEqual([{ id: CHAT, seat: "Q2hhdFNlYXQ6Mg==" }]);
  await screen.findByText("Yaz answers this chat. What you say is heard by the shopper too.");
  expect(screen.queryByRole("button", { name: "Put back" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "More" }));
  await user.click(screen.getByRole("button", { name: "End and keep the ticket open" }));
  expect(inputsOf("ChatEnd")).toEqual([{ id: CHAT, keepOpen: true }]);
});

test("a chat that is ended is a ticket that is closed", async () => {
  const { user, inputsOf } = await openApp(TICKET, chatting());
  await user.click(await screen.findByRole("button", { name: "End chat" }));
  expect(inputsOf("ChatEnd")).toEqual([{ id: CHAT, keepOpen: false }]);
  await screen.findByRole("button", { name: "Reopen" });
});

test("a new chat is told in Dashboard's corner, on every page, once", async () => {
  const nothing = () => ({ failure: { code: "OFFLINE", requestId: null } });
  const { live, toasts } = await openApp("/permissions", { Setup: nothing });
  const queue = { is: "queue", conversation: CHAT } as const;
  const another = { ...queue, conversation: "Q29udmVyc2F0aW9uOjk=" };
  act(() => {
    live.says({ ...another, state: "waiting", user: null });
    live.says({ ...another, state: "waiting", user: null });
    live.says({ ...queue, state: "waiting", user: null });
    live.says({ ...queue, state: "seated", user: "somebody else" });
    live.says({ ...queue, state: "seated", user: "me" });
  });
  const titles = () => toasts().map(([, title]) => title);
  await waitFor(() => expect(titles()).toEqual(["A chat is yours now", "A shopper waits for a chat"]));
  await waitFor(() => expect(document.title).toMatch(/^\(2\) /));
});

test("cards are shown: photos when they are drawn, products, links, choices, and what staff did in the cart", async () => {
  const card = (kind: object) => JSON.stringify(kind);
  const product = {
    kind: "product",
    name: "Lamp",
    variant_name: "Blue",
    image: null,
    url: "https://shop.example/lamp",
  };
  const said = [
    aMessage({
      seq: 1,
      text: "",
      card: card({ kind: "photos", photos: [{ id: "a", url: "https://x.example/f/abc" }] }),
    }),
    aMessage({ seq: 2, card: card({ ...product, price: { amount: "43.30", currency: "EUR" } }) }),
    aMessage({ seq: 3, card: card({ kind: "choices", choices: ["Yes", "No"] }) }),
    aMessage({ seq: 4, card: card({ kind: "cart", act: "ADDED", name: "Lamp", quantity: 2, by: "Mey" }) }),
    aMessage({ seq: 5, card: card({ kind: "of a newer service" }) }),
  ];
  const asked: string[] = [];
  globalThis.fetch = async (address) => {
    asked.push(String(address));
    return Response.json({ state: "READY", sizes: { 320: "/f/abc/320.webp", 1600: "/f/abc/1600.webp" } });
  };
  await openApp(TICKET, aDesk("OPEN", said));
  const photo = await screen.findByRole("img", { name: "Photo 1 of 1" });
  expect(asked).toEqual(["/f/abc"]);
  expect(photo.getAttribute("src")).toBe("/f/abc/320.webp");
  expect(photo.closest("a")?.getAttribute("href")).toBe("/f/abc/1600.webp");
  expect(screen.getByRole("link", { name: /Lamp Blue/ }).getAttribute("href")).toBe("https://shop.example/lamp");
  for (const fact of ["€43.30", "Yes", "No", "Mey put 2 × Lamp into the cart"]) expect(pageText()).toContain(fact);
});

test.each([
  [{ kind: "product", name: "Brass lamp", variant_name: "", price: null, image: null, url: "" }, "Brass lamp"],
  [{ kind: "checkout", url: "https://shop.example/cart" }, "Link to the ready checkout"],
  [{ kind: "choices", choices: ["Yes", "No"] }, "Yes · No"],
  [{ kind: "photos", photos: [] }, "Photos"],
  [{ kind: "cart", act: "ADDED", name: "Brass lamp", quantity: 2, by: "Yaz" }, "Yaz put 2 × Brass lamp into the cart"],
])("where a chat's last message has no words, its row says what it shows", async (card, line) => {
  const said = aMessage({ author: "STAFF", text: "", card: JSON.stringify(card) });
  await openApp("/inbox", aDesk("OPEN", [said], {}, { chat: aChat({ state: "SEATED", seat: aSeat() }) }));
  await screen.findByText(line, { selector: ".live-row .first-line" });
});

test("who is sent away because the app is switched off is not told of a permission", async () => {
  const { live } = await openApp("/inbox", aDesk());
  await screen.findByText("Conversations");
  act(() => live.stands("gone"));
  await screen.findByText(/^The app is switched off in this store/);
  expect(pageText()).not.toContain("Manage orders");
});

test("words that the shop does not want to read are covered until somebody asks for them", async () => {
  const said = [
    aMessage({ seq: 1, text: "You lamp", card: JSON.stringify({ kind: "words" }) }),
    aMessage({ seq: 2, text: "Hello" }),
  ];
  const { user } = await openApp(TICKET, aDesk("OPEN", said));
  await screen.findByText("A message with words from your list");
  expect(pageText()).toContain("Hello");
  expect(pageText()).not.toContain("You lamp");
  await user.click(screen.getByRole("button", { name: "Show it" }));
  expect(pageText()).toContain("You lamp");
});

test("the way to sound and notifications is asked for when somebody wants it, and its link opens once", async () => {
  const asked: unknown[] = [];
  const { user } = await openApp(
    "/inbox",
    {
      ...chatting(aChat()),
      ChatAlertsLink: (variables) => {
        asked.push(variables);
        return { chatAlertsLink: { url: "https://support.example/staff/alerts?lang=tr#secret" } };
      },
    },
    "tr",
  );
  const bell = await screen.findByRole("button", { name: "Ses ve bildirimler" });
  expect(asked).toEqual([]);
  await user.click(bell);
  const link = await screen.findByRole("link", { name: "Aç" });
  expect(asked).toEqual([{ language: "tr" }]);
  expect([link.getAttribute("target"), link.getAttribute("rel")]).toEqual(["_blank", "noopener noreferrer"]);
  expect(link.getAttribute("href")).toBe("https://support.example/staff/alerts?lang=tr#secret");
  link.addEventListener("click", (event) => event.preventDefault());
  await user.click(link);
  expect(screen.queryByRole("link", { name: "Aç" })).toBe(null);
  await user.click(bell);
  await screen.findByRole("link", { name: "Aç" });
  expect(asked.length).toBe(2);
});

test("what the shopper opened and bought stands under what was shown", async () => {
  const lamp = { kind: "product", name: "Lamp", variant_name: "", price: null, image: null, url: "https://x.example/" };
  const card = JSON.stringify({ ...lamp, opened: "2026-03-04T12:31:00+00:00" });
  const said = [
    aMessage({ seq: 1, author: "STAFF", text: "", card }),
    aMessage({ seq: 2, author: "STAFF", text: "", card: JSON.stringify({ ...lamp, name: "Chair" }) }),
  ];
  const bought = [{ seq: 1, number: "1042", at: "2026-03-05T12:00:00+00:00" }];
  await openApp(TICKET, aDesk("OPEN", said, { beside: { bought } }));
  expect((await screen.findByText(/Opened/)).closest("p")?.textContent).toMatch(
    /^Opened .*31.* · Bought: order #1042$/,
  );
  expect(document.querySelectorAll(".outcome").length).toBe(1);
});
