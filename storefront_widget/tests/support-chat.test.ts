import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readContact } from "../src/chat/contact";
import { recall, remember } from "../src/chat/memory";
import type { Panel, PanelPlace } from "../src/chat/panelPlace";
import { aPlace, auroraPage } from "./aPage";
import { type Answers, answered, aService, type Call, contactOf, EMAIL, FORM, OPEN, PHONE, WHATSAPP } from "./aShop";

const KEY = "saleor-support:conversation:aurora-key:tr";
const NOW = Date.parse("2026-11-21T18:00:00+03:00"); // a Saturday
const HELLO = { id: "m1", author: "shopper", name: "Ada", text: "Where is my lamp?", at: "2026-11-21T14:59:00+00:00" };
const ANSWER = {
  id: "m2",
  author: "staff",
  name: "Aurora Lights",
  text: "On its way.",
  at: "2026-11-21T15:00:00+00:00",
};

const panels: Panel[] = [];
let finePointer = true;

beforeEach(() => {
  localStorage.clear();
  finePointer = true;
  vi.stubEnv("TZ", "Europe/Istanbul");
  vi.useFakeTimers({ now: NOW, toFake: ["Date", "setTimeout", "clearTimeout"] });
  vi.stubGlobal("matchMedia", () => ({ matches: finePointer }));
});
afterEach(() => {
  for (const panel of panels.splice(0)) panel.pause();
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** What the service has: messages of one conversation; and what it says to the form, to an answer, and when it is down. */
function aDesk(...messages: (typeof HELLO)[]) {
  const desk = {
    messages,
    form: [200, { ok: true, number: 12, conversation: "token" }] as ReturnType<Answers>,
    said: [200, { ok: true, message: HELLO }] as ReturnType<Answers>,
    down: null as ReturnType<Answers> | null,
    calls: [] as Call[],
  };
  desk.calls = aService(({ path, method }) => {
    if (path === "tr/tickets") return desk.form;
    if (method === "POST") return desk.said;
    const after = new URLSearchParams(path.split("?")[1]).get("after");
    const from = desk.messages.findIndex(({ id }) => id === after) + 1;
    return desk.down ?? [200, { number: 12, subject: "Lamp", state: "OPEN", messages: desk.messages.slice(from) }];
  });
  return desk;
}

function known(changed: object = {}) {
  return { token: "token", number: 12, seen: null, unread: 0, askedAt: 0, ...changed };
}

async function opened(contact: object = {}, { page = auroraPage(), show = true, about = undefined as unknown } = {}) {
  const { open } = await import("../src/chat/support-chat");
  const there = aPlace({}, page);
  const launcher = there.root.appendChild(document.createElement("button"));
  const read = readContact(contactOf(contact));
  const isShown = vi.fn();
  const place = { ...there.place, launcher, contact: () => read, isShown } as PanelPlace;
  const panel = open(place);
  panels.push(panel);
  launcher.focus();
  if (show) panel.show(about);
  else panel.update();
  await answered();
  const part = (name: string) => there.root.querySelector<HTMLElement>(`[part~=${name}]`);
  const parts = (name: string) => Array.from(there.root.querySelectorAll<HTMLElement>(`[part~=${name}]`));
  const field = (name: string) => there.root.querySelector(`[name=${name}]`) as HTMLInputElement;
  const type = (name: string, text: string) => {
    field(name).value = text;
    field(name).dispatchEvent(new Event("input"));
  };
  const send = async () => {
    part("send")?.click();
    await answered();
  };
  const texts = () => parts("message-text").map((one) => one.textContent);
  return { ...there, panel, place, launcher, isShown, part, parts, field, type, send, texts };
}

async function pass(seconds: number) {
  for (let second = 0; second < seconds; second++) {
    vi.advanceTimersByTime(1_000);
    await answered();
  }
}

const reads = (calls: readonly Call[]) => calls.filter(({ method }) => method === "GET").map(({ path }) => path);

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
  panel.hide();
  page.setLocale("tr");
  panel.update();
  panel.show();
  expect([field("text").value, part("send")?.textContent]).toEqual(["Where is", "Gönder"]);
  const other = await opened();
  expect(other.field("text").value).toBe("Where is");
});

test("the page may put in what it is about, but not over the shopper's words", async () => {
  aDesk();
  const { field, type, panel } = await opened({}, { about: { text: "About the lamp: " } });
  expect(field("text").value).toBe("About the lamp: ");
  type("text", "No, about the chair");
  panel.show({ text: "About the lamp: " });
  expect(field("text").value).toBe("No, about the chair");
});

test("the panel opens with the focus in it, Escape closes it, and the focus goes back", async () => {
  aDesk();
  const heard: string[] = [];
  for (const name of ["open", "close"]) document.addEventListener(`saleor-support:${name}`, () => heard.push(name));
  const { panel, part, root, launcher, isShown } = await opened();
  expect([part("panel")?.hidden, part("panel")?.getAttribute("role")]).toEqual([false, "dialog"]);
  expect(part("panel")?.hasAttribute("aria-modal")).toBe(false);
  expect(root.activeElement).toBe(part("panel"));
  const pressed = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true });
  part("panel")?.dispatchEvent(pressed);
  expect([part("panel")?.hidden, root.activeElement === launcher]).toEqual([true, true]);
  expect(isShown.mock.calls).toEqual([[true], [false]]);
  expect(heard).toEqual(["open", "close"]);
  const link = document.body.appendChild(document.createElement("button"));
  link.focus();
  panel.show();
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
  desk.messages.push({ ...HELLO, id: "m3", text: "Thank you" });
  await send();
  const [, posted, read] = desk.calls;
  expect(posted).toMatchObject({ method: "POST", path: "tr/conversation", token: "Bearer token" });
  expect(posted?.body).toEqual({ text: "Thank you", key: expect.stringMatching(/^[0-9a-f]{32}$/) });
  expect(read?.path).toBe("tr/conversation?after=m2");
  expect([texts().at(-1), field("answer").value]).toEqual(["Thank you", ""]);
});

test("on a phone the box does not take the focus, whose keyboard would cover what was said", async () => {
  finePointer = false;
  remember(aPlace({}).place, known());
  aDesk(HELLO);
  const { root, part } = await opened();
  expect(root.activeElement).toBe(part("panel"));
});

test("an answer that failed is still in its box, and sent again it is the same message", async () => {
  remember(aPlace({}).place, known());
  const desk = aDesk(HELLO);
  desk.said = "no answer";
  const { type, send, field, part } = await opened();
  type("answer", "Hello?");
  await send();
  expect(field("answer").value).toBe("Hello?");
  expect(part("thread")?.querySelector("[role=alert]")?.textContent).toContain("was not sent");
  desk.said = [200, { ok: true }];
  await send();
  type("answer", "Another");
  await send();
  const keys = desk.calls.filter(({ method }) => method === "POST").map(({ body }) => body?.key);
  expect([keys[0] === keys[1], keys[1] === keys[2]]).toEqual([true, false]);
});

test("Enter sends where there is a keyboard, Shift+Enter makes a line", async () => {
  remember(aPlace({}).place, known());
  const desk = aDesk(HELLO);
  const { type, field } = await opened();
  type("answer", "Hi");
  const press = (shiftKey: boolean) =>
    field("answer").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", shiftKey, cancelable: true }));
  press(true);
  finePointer = false;
  press(false);
  expect(desk.calls.filter(({ method }) => method === "POST").length).toBe(0);
  finePointer = true;
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
  expect(recall(aPlace({}).place)).toMatchObject({ seen: "m2", unread: 0 });
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
  remember(aPlace({}).place, known({ seen: "m1", askedAt: NOW - 40_000 }));
  const desk = aDesk(HELLO, ANSWER);
  const { launcher, part, panel } = await opened({}, { show: false });
  expect(reads(desk.calls)).toEqual([]);
  await pass(21);
  expect(reads(desk.calls)).toEqual(["tr/conversation?after=m1"]);
  expect([part("unread")?.hidden, launcher.textContent]).toEqual([false, " 1 new answer"]);
  await pass(58);
  expect(reads(desk.calls).length).toBe(1);
  panel.show();
  await answered();
  expect(part("unread")?.hidden).toBe(true);
  expect(recall(aPlace({}).place)).toMatchObject({ seen: "m2", unread: 0 });
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
