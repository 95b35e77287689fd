import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { recall, remember } from "../src/chat/memory";
import { aPlace, auroraPage } from "./aPage";
import { ANSWER, aDesk, HELLO, KEY, known, NOW, opened, pass, pointer, prepare, putAway, reads } from "./aPanel";
import { type Answers, answered, aService, EMAIL, FORM, OPEN, PHONE, WHATSAPP } from "./aShop";

beforeEach(prepare);
afterEach(putAway);

test.each([
  ["en", OPEN, "Open now"],
  ["en", { open: false, opens_at: "2026-11-21T19:30:00+00:00" }, "Closed now. Back today at 10:30 PM."],
  ["en", { open: false, opens_at: "2026-11-22T06:00:00+00:00" }, "Closed now. Back tomorrow at 9:00 AM."],
  ["en", { open: false, opens_at: "2026-11-23T06:00:00+00:00" }, "Closed now. Back on Monday at 9:00 AM."],
  [
    "en",
    { open: false, opens_at: "2026-12-03T06:00:00+00:00" },
    "Closed now. Back on Thursday, December 3 at 9:00 AM.",
  ],
  ["en", { open: false, opens_at: null }, "Nobody is here right now."],
  ["en", { open: false, opens_at: "2026-11-21T06:00:00+00:00" }, "Nobody is here right now."],
  ["tr", OPEN, "Şu an açık"],
  ["tr", { open: false, opens_at: "2026-11-22T06:00:00+00:00" }, "Şu an kapalı. Açılış: yarın 09:00."],
  ["tr", { open: false, opens_at: "2026-11-23T06:00:00+00:00" }, "Şu an kapalı. Açılış: Pazartesi 09:00."],
  ["tr", { open: false, opens_at: null }, "Şu an kimse yok."],
])("in %s a shop with %j says %j", async (locale, state, text) => {
  aDesk();
  const { part } = await opened(state, { page: auroraPage({ locale }) });
  expect(part("state")?.textContent?.replace(/\s/g, " ")).toBe(text);
  expect(part("name")?.textContent).toBe("Aurora Lights");
});

test("the ways stand in the merchant's order, closed ones with when they open", async () => {
  aDesk();
  const open = { ...PHONE, ...OPEN };
  const unknown = { kind: "pigeon", url: "https://coo.example", ...OPEN };
  const evil = { ...EMAIL, url: "javascript:alert(1)" };
  const { parts } = await opened({
    channels: [EMAIL, WHATSAPP, FORM, unknown, evil, open, { ...WHATSAPP, opens_at: null }],
  });
  const shown = parts("way").map((way) => [
    way.getAttribute("href"),
    ...Array.from(way.querySelectorAll("span"), (span) => span.textContent?.replace(/\s/g, " ")),
  ]);
  expect(shown).toEqual([
    ["mailto:help@shop.example", "E-mail", "help@shop.example"],
    ["https://wa.me/902125550000", "WhatsApp", "Opens on Monday at 9:00 AM"],
    ["tel:+902125550001", "Phone", "+902125550001"],
    ["https://wa.me/902125550000", "WhatsApp", "Closed now"],
  ]);
  expect(parts("way")[1]?.getAttribute("rel")).toBe("noopener noreferrer");
});

test("a shop that takes no letters has no form", async () => {
  aDesk();
  const { part } = await opened({ channels: [PHONE] });
  expect([part("form"), part("ways") !== null]).toEqual([null, true]);
});

test("a message becomes a ticket and then a conversation, and only then is anything kept", async () => {
  const desk = aDesk(HELLO);
  const heard = vi.fn();
  document.addEventListener("saleor-support:message", (event) => heard((event as CustomEvent).detail));
  const { type, send, part, texts } = await opened();
  type("text", " Where is my lamp? ");
  type("email", "ada@shopper.dev");
  expect(localStorage.length).toBe(0);
  await send();
  expect(desk.calls[0]).toEqual({
    method: "POST",
    path: "tr/tickets",
    token: null,
    body: {
      text: "Where is my lamp?",
      email: "ada@shopper.dev",
      locale: "en",
      key: expect.stringMatching(/^[0-9a-f]{32}$/),
      website: "",
    },
  });
  expect(part("notice")?.textContent).toBe(
    "Sent. Your number is #12. The answer comes here and by e-mail to ada@shopper.dev.",
  );
  expect(part("notice")?.getAttribute("role")).toBe("status");
  expect(JSON.parse(localStorage.getItem(KEY) ?? "")).toMatchObject({ token: "token", number: 12 });
  expect(texts()).toEqual(["Where is my lamp?"]);
  expect(desk.calls[1]).toMatchObject({ method: "GET", path: "tr/conversation", token: "Bearer token" });
  expect(heard.mock.calls).toEqual([[{ author: "shopper", number: 12 }]]);
});

test("a form that failed, sent again as it is, is the same ticket; another text is another", async () => {
  const desk = aDesk();
  desk.form = [503, {}];
  const { type, send } = await opened();
  type("text", "Where is my lamp?");
  type("email", "ada@shopper.dev");
  await send();
  await send();
  type("text", "Where are my lamps?");
  await send();
  const keys = desk.calls.map(({ body }) => (body as { key: string }).key);
  expect([keys.length, keys[0] === keys[1], keys[1] === keys[2]]).toEqual([3, true, false]);
});

test("a machine's message is thanked for and begins no conversation", async () => {
  const desk = aDesk();
  desk.form = [200, { ok: true, number: null, conversation: null }];
  const { type, send, part, field } = await opened();
  type("text", "Buy");
  type("email", "ada@shopper.dev");
  await send();
  expect(part("notice")?.textContent).toContain("Sent.");
  expect([field("text").value, localStorage.length]).toEqual(["", 0]);
});

test("what is missing is said where it is missing, before anything is sent", async () => {
  const desk = aDesk();
  const { type, send, part, field, root } = await opened();
  type("email", "ada");
  await send();
  expect(desk.calls).toEqual([]);
  const fault = (name: string) => root.getElementById(field(name).getAttribute("aria-describedby") ?? "")?.textContent;
  expect(fault("text")).toBe("Please write your message.");
  expect(fault("email")).toBe("This is not an e-mail address. Example: name@example.com");
  expect(field("text").getAttribute("aria-invalid")).toBe("true");
  expect(root.activeElement).toBe(field("text"));
  type("text", "Hello");
  type("email", "ada@shopper.dev");
  await send();
  expect([part("letter"), desk.calls.length > 0]).toEqual([null, true]);
});

test.each([
  [[422, { ok: false, errors: [{ field: "email", code: "INVALID", message: "…" }] }], "This is not an e-mail address."],
  [[422, { ok: false, errors: [{ field: "text", code: "TOO_LONG", message: "…" }] }], "at most 5000 characters"],
  [[422, { ok: false, errors: [{ field: "text", code: "WORDS", message: "…" }] }], "Please say it differently."],
  [[422, { ok: false, errors: [{ field: "name", code: "TOO_LONG", message: "…" }] }], "This cannot be taken as it is."],
  [[422, { ok: false, errors: [{ field: "order", code: "INVALID", message: "…" }] }], "This cannot be taken as it is."],
  [[429, { error: { code: "LIMITED" } }], "Yours is still here: please send it later. Or use one of the ways above."],
  [[403, { error: { code: "ORIGIN_NOT_ALLOWED" } }], "It was not sent, and is still here."],
  [[503, {}], "It was not sent, and is still here."],
  ["no answer", "Please check your connection and try again. Or use one of the ways above."],
] as const)("an answer %j is a sentence, and the message is still there", async (answer, sentence) => {
  const desk = aDesk();
  desk.form = answer as ReturnType<Answers>;
  const { type, send, parts, field, part } = await opened();
  type("text", "Where is my lamp?");
  type("email", "ada@shopper.dev");
  await send();
  expect(
    parts("fault")
      .map((one) => one.textContent)
      .join(""),
  ).toContain(sentence);
  expect(field("text").value).toBe("Where is my lamp?");
  expect([part("send")?.textContent, part("send")?.getAttribute("aria-disabled")]).toEqual(["Send", "false"]);
  expect(localStorage.length).toBe(0);
});

test("while it is being sent the button says so, and sends nothing twice", async () => {
  const desk = aDesk();
  const { type, part } = await opened();
  type("text", "Hello");
  type("email", "ada@shopper.dev");
  part("send")?.click();
  expect(part("send")?.textContent).toBe("Sending…");
  part("send")?.click();
  await answered();
  expect(desk.calls.filter(({ path }) => path === "tr/tickets").length).toBe(1);
});

test("a draft outlives the panel, another language, and the element itself", async () => {
  aDesk();
  const { type, panel, page, field, part } = await opened();
  type("text", "Where is");
  panel.close();
  page.setLocale("tr");
  panel.update();
  panel.open();
  expect([field("text").value, part("send")?.textContent]).toEqual(["Where is", "Gönder"]);
  const other = await opened();
  expect(other.field("text").value).toBe("Where is");
});

test("the page may put in what it is about, but not over the shopper's words", async () => {
  aDesk();
  const { field, type, panel } = await opened({}, { about: { text: "About the lamp: " } });
  expect(field("text").value).toBe("About the lamp: ");
  type("text", "No, about the chair");
  panel.open({ text: "About the lamp: " });
  expect(field("text").value).toBe("No, about the chair");
});

test("the panel opens with the focus in it, Escape closes it, and the focus goes back", async () => {
  aDesk();
  const heard: string[] = [];
  for (const name of ["open", "close"]) document.addEventListener(`saleor-support:${name}`, () => heard.push(name));
  const { panel, part, root, launcher } = await opened();
  expect([part("panel")?.hidden, part("panel")?.getAttribute("role")]).toEqual([false, "dialog"]);
  expect(launcher.getAttribute("aria-controls")).toBe(part("panel")?.id);
  expect(part("panel")?.hasAttribute("aria-modal")).toBe(false);
  expect(root.activeElement).toBe(part("panel"));
  const pressed = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true });
  part("panel")?.dispatchEvent(pressed);
  expect([part("panel")?.hidden, root.activeElement === launcher]).toEqual([true, true]);
  expect(launcher.getAttribute("aria-expanded")).toBe("false");
  expect(heard).toEqual(["open", "close"]);
  const link = document.body.appendChild(document.createElement("button"));
  link.focus();
  panel.open();
  part("close")?.click();
  expect(document.activeElement).toBe(link);
});

test("a shopper comes back to their conversation, and writes into it", async () => {
  localStorage.setItem(KEY, JSON.stringify(known()));
  const desk = aDesk(HELLO, ANSWER);
  const { texts, field, root, type, send, part } = await opened();
  expect(texts()).toEqual(["Where is my lamp?", "On its way."]);
  expect(root.activeElement).toBe(field("answer"));
  expect([part("log")?.getAttribute("role"), part("log")?.getAttribute("aria-label")]).toEqual([
    "log",
    "Conversation #12",
  ]);
  type("answer", "Thank you");
  desk.messages.push({ ...HELLO, seq: 3, text: "Thank you" });
  await send();
  const [, posted, read] = desk.calls;
  expect(posted).toMatchObject({ method: "POST", path: "tr/conversation", token: "Bearer token" });
  expect(posted?.body).toEqual({ text: "Thank you", key: expect.stringMatching(/^[0-9a-f]{32}$/) });
  expect(read?.path).toBe("tr/conversation?after=2");
  expect([texts().at(-1), field("answer").value]).toEqual(["Thank you", ""]);
});

test("on a phone the box does not take the focus, whose keyboard would cover what was said", async () => {
  pointer.isFine = false;
  remember(aPlace({}).place, known());
  aDesk(HELLO);
  const { root, part } = await opened();
  expect(root.activeElement).toBe(part("panel"));
});

test("an answer that failed is said so where it stands, and tried again it is the same message", async () => {
  remember(aPlace({}).place, known());
  const desk = aDesk(HELLO);
  desk.said = "no answer";
  const { type, send, parts, part, field } = await opened();
  type("answer", "Hello?");
  await send();
  expect(field("answer").value).toBe("");
  expect(part("mark")?.textContent).toBe("Not sent. Try again Delete");
  desk.said = [200, { ok: true, message: { ...HELLO, seq: 2, text: "Hello?" } }];
  parts("undo")[0]?.click();
  await answered();
  expect(parts("mark").map((one) => one.textContent)).toEqual(["✓ Sent"]);
  type("answer", "Another");
  await send();
  const keys = desk.calls.filter(({ method }) => method === "POST").map(({ body }) => body?.key);
  expect([keys[0] === keys[1], keys[1] === keys[2]]).toEqual([true, false]);
});

test("what was not sent is still there on the next page, and goes as soon as somebody answers", async () => {
  const unsent = [{ key: "k".repeat(32), text: "Are you there?", files: [] }];
  remember(aPlace({}).place, known({ unsent }));
  const desk = aDesk(HELLO);
  desk.said = [200, { ok: true, message: { ...HELLO, seq: 2, text: "Are you there?" } }];
  const { texts } = await opened();
  expect(desk.calls.find(({ method }) => method === "POST")?.body).toEqual({
    text: "Are you there?",
    key: "k".repeat(32),
  });
  expect(texts()).toEqual(["Where is my lamp?", "Are you there?"]);
  expect(recall(aPlace({}).place)?.unsent).toEqual([]);
});

test("words that the shop does not take may be thrown away", async () => {
  remember(aPlace({}).place, known());
  const desk = aDesk(HELLO);
  desk.said = [429, {}];
  const { type, send, parts, texts } = await opened();
  type("answer", "Hello?");
  await send();
  expect(parts("mark").map((one) => one.textContent)).toContain(
    "Too many messages came in a short time. Yours is still here: please send it later. Try again Delete",
  );
  parts("undo")[1]?.click();
  expect(texts()).toEqual(["Where is my lamp?"]);
});

test("Enter sends where there is a keyboard, Shift+Enter makes a line", async () => {
  remember(aPlace({}).place, known());
  const desk = aDesk(HELLO);
  const { type, field } = await opened();
  type("answer", "Hi");
  const press = (shiftKey: boolean) =>
    field("answer").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", shiftKey, cancelable: true }));
  press(true);
  pointer.isFine = false;
  press(false);
  expect(desk.calls.filter(({ method }) => method === "POST").length).toBe(0);
  pointer.isFine = true;
  press(false);
  await answered();
  expect(desk.calls.filter(({ method }) => method === "POST").length).toBe(1);
});

test("an open panel asks every five seconds, after minutes of silence every fifteen", async () => {
  remember(aPlace({}).place, known());
  const desk = aDesk(HELLO);
  await opened();
  await pass(60);
  expect(reads(desk.calls).length).toBe(13);
  await pass(180);
  const before = reads(desk.calls).length;
  await pass(60);
  expect(reads(desk.calls).length - before).toBe(4);
});

test("staff's answer appears and is announced; what was there before is not", async () => {
  remember(aPlace({}).place, known());
  const desk = aDesk(HELLO);
  const heard = vi.fn();
  document.addEventListener("saleor-support:message", (event) => heard((event as CustomEvent).detail));
  const { texts, part } = await opened();
  expect(part("log")?.getAttribute("aria-live")).toBe("off");
  await pass(1);
  expect(part("log")?.getAttribute("aria-live")).toBe("polite");
  desk.messages.push(ANSWER);
  await pass(5);
  expect(texts()).toEqual(["Where is my lamp?", "On its way."]);
  expect(heard.mock.calls).toEqual([[{ author: "staff", number: 12 }]]);
  expect(recall(aPlace({}).place)).toMatchObject({ seen: 2, unread: 0 });
});

test("on a page that nobody looks at nothing is asked", async () => {
  remember(aPlace({}).place, known());
  const desk = aDesk(HELLO);
  await opened();
  const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  document.dispatchEvent(new Event("visibilitychange"));
  await pass(120);
  expect(reads(desk.calls).length).toBe(1);
  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event("visibilitychange"));
  await answered();
  expect(reads(desk.calls).length).toBe(2);
});

test("a closed panel asks once a minute, from page to page, and shows that an answer waits", async () => {
  remember(aPlace({}).place, known({ seen: 1, askedAt: NOW - 40_000 }));
  const desk = aDesk(HELLO, ANSWER);
  const { launcher, part, panel } = await opened({}, { show: false });
  expect(reads(desk.calls)).toEqual([]);
  await pass(21);
  expect(reads(desk.calls)).toEqual(["tr/conversation?after=1"]);
  expect([part("unread")?.hidden, launcher.textContent]).toEqual([false, " 1 new answer"]);
  await pass(58);
  expect(reads(desk.calls).length).toBe(1);
  panel.open();
  await answered();
  expect(part("unread")?.hidden).toBe(true);
  expect(recall(aPlace({}).place)).toMatchObject({ seen: 2, unread: 0 });
});

test("without a conversation a closed panel asks nothing", async () => {
  const desk = aDesk();
  await opened({}, { show: false });
  await pass(180);
  expect(desk.calls).toEqual([]);
});

test("a shopper has the conversation forgotten, and may think better of it", async () => {
  remember(aPlace({}).place, known());
  aDesk(HELLO);
  const { part, texts } = await opened();
  part("forget")?.click();
  await answered();
  expect(localStorage.length).toBe(0);
  expect([part("form") !== null, part("notice")?.textContent]).toEqual([
    true,
    "Forgotten on this device. The link in your e-mail still opens it. Undo",
  ]);
  part("undo")?.click();
  await answered();
  expect([texts(), recall(aPlace({}).place)?.token]).toEqual([["Where is my lamp?"], "token"]);
});

test("a conversation that the service no longer knows makes room for the form, with what was written", async () => {
  remember(aPlace({}).place, known());
  const desk = aDesk(HELLO);
  const { type, part, field } = await opened();
  type("answer", "Are you there?");
  desk.down = [404, { error: { code: "NOT_FOUND" } }];
  await pass(5);
  expect(part("notice")?.textContent).toContain("has ended here, or goes on by e-mail");
  expect([field("text").value, localStorage.length]).toEqual(["Are you there?", 0]);
});

test("a connection that is gone is told after two rounds, asked for more rarely, and forgotten when it is back", async () => {
  remember(aPlace({}).place, known());
  const desk = aDesk(HELLO);
  const { part } = await opened();
  desk.down = "no answer";
  await pass(6);
  expect(part("notice")?.textContent).toBe("");
  await pass(10);
  expect(part("notice")?.textContent).toContain("no connection right now");
  desk.down = null;
  await pass(60);
  expect(part("notice")?.textContent).toBe("");
});

test("what people write is text; only staff's addresses are links", async () => {
  remember(aPlace({}).place, known());
  const mine = { ...HELLO, text: "<b>https://evil.example</b>" };
  const theirs = { ...ANSWER, name: "", text: "See https://shop.example/a?b=1. <i>Or</i> javascript:alert(1)" };
  aDesk(mine, theirs);
  const { texts, root, parts } = await opened();
  expect(texts()).toEqual([mine.text, theirs.text]);
  const links = Array.from(root.querySelectorAll<HTMLAnchorElement>("[part=message-text] a"), (link) => link.href);
  expect(links).toEqual(["https://shop.example/a?b=1"]);
  expect(parts("by").map((by) => by.querySelector("bdi")?.textContent)).toEqual(["You", "Aurora Lights"]);
});

test("where the browser keeps nothing, the page does", async () => {
  vi.stubGlobal("localStorage", {
    getItem: () => {
      throw new DOMException("blocked", "SecurityError");
    },
    setItem: () => {
      throw new DOMException("blocked", "SecurityError");
    },
    removeItem: () => {
      throw new DOMException("blocked", "SecurityError");
    },
  });
  aDesk(HELLO);
  const { type, send, texts, part } = await opened();
  type("text", "Where is my lamp?");
  type("email", "ada@shopper.dev");
  await send();
  expect(texts()).toEqual(["Where is my lamp?"]);
  part("forget")?.click();
  expect(part("form")).not.toBeNull();
});

test.each(["{", "7", '{"number": 12}', '"token"'])("what stands in the store and is not ours is let be: %s", (text) => {
  localStorage.setItem(KEY, text);
  expect(recall(aPlace({}).place)).toBeNull();
});

test("an element that left the page asks nothing, and goes on when it is back", async () => {
  remember(aPlace({}).place, known());
  const desk = aDesk(HELLO);
  const { panel } = await opened();
  panel.pause();
  await pass(60);
  expect(reads(desk.calls).length).toBe(1);
  panel.update();
  await answered();
  expect(reads(desk.calls).length).toBe(2);
});

const CALLBACK = { kind: "callback", url: null, ...OPEN };
const SLOTS = [
  { from: "2026-11-23T06:00:00+00:00", to: "2026-11-23T06:30:00+00:00" },
  { from: "2026-11-23T06:30:00+00:00", to: "2026-11-23T07:00:00+00:00" },
];

/** A shop that calls back: what it offers, and how it takes a wish. */
function callers(...answers: [number, unknown][]) {
  return aService(({ path, method }) => {
    if (path !== "tr/callbacks") return [200, { number: 12, subject: "", state: "OPEN", messages: [] }];
    return method === "GET" ? [200, { slots: SLOTS }] : (answers.shift() ?? "no answer");
  });
}

async function calling(...answers: [number, unknown][]) {
  const calls = callers(...answers);
  const panel = await opened({ channels: [CALLBACK, FORM] });
  panel.part("way")?.click();
  await answered();
  return { ...panel, calls };
}

test("a call is wished for by number and time, and promised in words", async () => {
  const { calls, field, type, send, part } = await calling([200, { ok: true, number: 12, conversation: "token" }]);
  const times = Array.from((field("at") as unknown as HTMLSelectElement).options, (one) => one.textContent);
  expect(times.length).toBe(2);
  expect(times[0]).toMatch(/Mon, Nov 23, 9:00\s*–\s*9:30\s+AM/);
  type("phone", "0532 123 45 67");
  await send();
  const wish = calls.find(({ method }) => method === "POST");
  expect(wish?.body).toMatchObject({
    phone: "0532 123 45 67",
    at: "2026-11-23T06:00:00.000Z",
    locale: "en",
    website: "",
  });
  expect(part("notice")?.textContent).toMatch(/^We call you Mon, Nov 23.* at 0532 123 45 67\.$/);
  expect(JSON.parse(localStorage.getItem(KEY) ?? "{}")).toMatchObject({ token: "token", number: 12 });
});

test("a time that went meanwhile is said so, and the others are offered anew with what was typed", async () => {
  const { calls, field, type, send, parts } = await calling([409, { error: { code: "SLOT_GONE" } }]);
  type("phone", "0532 123 45 67");
  await send();
  expect(parts("fault").at(-1)?.textContent).toBe("This time has just been taken. Please choose another one.");
  expect(reads(calls).filter((path) => path === "tr/callbacks").length).toBe(2);
  expect(field("phone").value).toBe("0532 123 45 67");
});

test("a number that cannot be called is said at its field", async () => {
  const wrong: [number, unknown] = [422, { ok: false, errors: [{ field: "phone", code: "INVALID" }] }];
  const { calls, field, root, type, send } = await calling(wrong);
  await send(); // nothing was typed
  expect(calls.some(({ method }) => method === "POST")).toBe(false);
  type("phone", "112");
  await send();
  expect(field("phone").getAttribute("aria-invalid")).toBe("true");
  expect(root.activeElement).toBe(field("phone"));
});

test("who changes their mind about a call is back at the form", async () => {
  const { field, part } = await calling();
  expect(field("text")).not.toBe(null);
  part("undo")?.click();
  await answered();
  expect(part("send")?.textContent).toBe("Send");
});

const LAMP = { stage: "product", about: "Brass lamp", "about-id": "UHJv" };

test("what the page is about goes along with a message, for the shopper to see", async () => {
  const { calls } = aDesk();
  const { part, type, send } = await opened({}, { attributes: LAMP });
  expect(part("about")?.textContent).toBe("About: Brass lamp");
  type("text", "Does it dim?");
  type("email", "ada@shop.example");
  await send();
  expect(calls.find(({ path }) => path === "tr/tickets")?.body).toMatchObject({
    context: { stage: "product", name: "Brass lamp", id: "UHJv" },
  });
});

test("a shopper who takes it away tells nothing of it", async () => {
  const { calls } = aDesk();
  const { part, field, root, type, send } = await opened({}, { attributes: LAMP });
  const remove = part("about-remove");
  expect(remove?.getAttribute("aria-label")).toBe("Do not mention Brass lamp");
  remove?.click();
  expect(part("about")?.textContent).toBe("");
  expect(root.activeElement).toBe(field("text")); // not lost with the button
  type("text", "Does it dim?");
  type("email", "ada@shop.example");
  await send();
  const form = calls.find(({ path }) => path === "tr/tickets")?.body;
  expect(form).toBeDefined();
  expect(Object.keys(form ?? {})).not.toContain("context");
});

test("what does not work on a page is told with it where the shopper says so, and without what stands behind the path", async () => {
  const { calls } = aDesk();
  const { root, type, send } = await opened();
  type("text", "The button does nothing");
  type("email", "ada@shop.example");
  root.querySelector<HTMLInputElement>("[part=site] input")?.click();
  await send();
  expect(calls.find(({ path }) => path === "tr/tickets")?.body).toMatchObject({
    site: {
      url: location.origin + location.pathname,
      browser: navigator.userAgent,
      window: `${innerWidth}x${innerHeight}`,
    },
  });
});

test("the page is told as it was when the shopper said so, and sent again it is the same message", async () => {
  const desk = aDesk();
  const [form, wide] = [desk.form, innerWidth];
  desk.form = [503, {}];
  const { root, type, send } = await opened();
  type("text", "The button does nothing");
  type("email", "ada@shop.example");
  root.querySelector<HTMLInputElement>("[part=site] input")?.click();
  await send();
  vi.stubGlobal("innerWidth", wide + 1); // the phone was turned
  desk.form = form;
  await send();
  const [first, again] = desk.calls.filter(({ path }) => path === "tr/tickets").map(({ body }) => body);
  expect(first).toMatchObject({ site: { window: expect.stringContaining(`${wide}x`) } });
  expect(again).toEqual(first);
});

test("who does not say so tells nothing of their browser", async () => {
  const { calls } = aDesk();
  const { type, send } = await opened();
  type("text", "Does it dim?");
  type("email", "ada@shop.example");
  await send();
  const form = calls.find(({ path }) => path === "tr/tickets")?.body;
  expect(form).toBeDefined();
  expect(Object.keys(form ?? {})).not.toContain("site");
});

test("an order's page names the order as the form does", async () => {
  const { calls } = aDesk();
  const { type, send } = await opened({}, { attributes: { stage: "order", "about-id": "1042" } });
  type("text", "Where is it?");
  type("email", "ada@shop.example");
  await send();
  expect(calls.find(({ path }) => path === "tr/tickets")?.body).toMatchObject({ order: { number: "1042" } });
});

const CRISP = { kind: "crisp", url: "https://client.crisp.chat", token: "0a1b2c3d", ...OPEN };
const CHATWOOT = { kind: "chatwoot", url: "https://chat.shop.example", token: "abcdefgh", ...OPEN };
const scripts = () => Array.from(document.head.querySelectorAll("script"), ({ src }) => src);

test("a tool of another maker comes with a second tap only, and is told what the page is about", async () => {
  aDesk();
  const { part } = await opened({ channels: [CRISP, FORM] }, { attributes: LAMP });
  expect(scripts()).toEqual([]);
  part("way")?.click();
  await answered();
  expect(scripts()).toEqual([]);
  expect(part("notice")?.textContent).toContain("client.crisp.chat, which may set cookies");
  part("undo")?.click();
  await answered();
  expect(scripts()).toEqual(["https://client.crisp.chat/l.js"]);
  const foreign = window as unknown as { $crisp: unknown[]; CRISP_WEBSITE_ID?: string };
  expect(foreign.CRISP_WEBSITE_ID).toBe("0a1b2c3d");
  expect(foreign.$crisp).toEqual([
    [
      "set",
      "session:data",
      [
        [
          ["stage", "product"],
          ["name", "Brass lamp"],
          ["id", "UHJv"],
        ],
      ],
    ],
    ["do", "chat:open"],
  ]);
  expect(part("panel")?.hidden).toBe(true);
  delete foreign.CRISP_WEBSITE_ID;
  document.head.replaceChildren();
});

test("with the shopper's consent the first tap opens it", async () => {
  aDesk();
  const page = auroraPage();
  page.consent = true;
  const run = vi.fn(() => {
    Object.assign(window, { $chatwoot: { toggle, setCustomAttributes: vi.fn() } });
    window.dispatchEvent(new Event("chatwoot:ready"));
  });
  const toggle = vi.fn();
  Object.assign(window, { chatwootSDK: { run } });
  const { part } = await opened({ channels: [CHATWOOT, FORM] }, { page });
  part("way")?.click();
  await answered();
  expect(scripts()).toEqual(["https://chat.shop.example/packs/js/sdk.js"]);
  expect(run).toHaveBeenCalledWith({ websiteToken: "abcdefgh", baseUrl: "https://chat.shop.example" });
  expect(toggle).toHaveBeenCalledWith("open");
  document.head.replaceChildren();
});
