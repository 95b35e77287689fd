import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { recall, remember } from "../src/chat/memory";
import { aPlace, auroraPage } from "./aPage";
import { KEY, known, opened, pass, prepare, putAway } from "./aPanel";
import { answered, aService, type Call, FORM, OPEN } from "./aShop";

const CHAT = { kind: "chat", url: null, ...OPEN };
const WAYS = { ...OPEN, state: "online", channels: [CHAT, FORM] };
const ASKED = {
  seq: 1,
  author: "shopper",
  name: "",
  text: "Does it dim?",
  at: "2026-11-21T14:59:00+00:00",
  card: null,
};
const TOLD = { ...ASKED, seq: 2, author: "staff", text: "It does." };
const AGENT = { name: "Ayşe", photo: null, expertise: "Lamps" };
const SEATED = { is: "queue", state: "seated", number: null, minutes: null, agent: AGENT };
const WAITING = { is: "queue", state: "waiting", number: 3, minutes: 4, agent: null };
const ENDED = { ...SEATED, state: "ended", agent: null };
const LAMP = { stage: "product", about: "Brass lamp", "about-id": "UHJv", checkout: "Q2hl" };

/** A socket whose other end is the test. */
class Socket {
  static all: Socket[] = [];
  static get last(): Socket {
    return Socket.all.at(-1) as Socket;
  }
  readonly sent: Record<string, unknown>[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  isClosed = false;
  constructor(readonly address: string) {
    Socket.all.push(this);
  }
  send(frame: string) {
    this.sent.push(JSON.parse(frame));
  }
  close() {
    this.isClosed = true;
  }
  async tell(...frames: object[]) {
    for (const frame of frames) this.onmessage?.({ data: JSON.stringify(frame) });
    await answered();
  }
  async welcome(more: object = {}) {
    this.onopen?.();
    const read = { shopper: 0, staff: 0 };
    await this.tell({ is: "welcome", conversation: "Q29udg==", seq: 1, read, ended: false, permit: "p", ...more });
  }
  async cut(code = 1006) {
    this.onclose?.({ code });
    await answered();
  }
  did(name: string) {
    return this.sent.filter((frame) => frame.do === name);
  }
}

const said = (message: object, key = "") => ({ is: "said", conversation: "Q29udg==", key, ...message });

beforeEach(() => {
  prepare();
  Socket.all = [];
  vi.stubGlobal("WebSocket", Socket);
});
afterEach(putAway);

/** A service with one chat: what was said in it, where it stands, and what it was asked. */
function aChat(...messages: object[]) {
  const chat = {
    messages,
    queue: SEATED as object | null,
    session: [200, { ok: true, token: "token", conversation: "Q29udg==", seq: 1, queue: SEATED }] as [number, unknown],
    posted: [200, { ok: true }] as [number, unknown],
    calls: [] as Call[],
  };
  chat.calls = aService(({ path, method }) => {
    if (path === "tr/chat/session") return chat.session;
    if (method === "POST") return chat.posted;
    const after = Number(new URLSearchParams(path.split("?")[1]).get("after"));
    const newer = (chat.messages as { seq: number }[]).filter(({ seq }) => seq > after);
    return [200, { number: 7, messages: newer, queue: chat.queue, read: { shopper: 0, staff: 0 }, permit: "p" }];
  });
  return chat;
}

async function chatting(...messages: object[]) {
  const chat = aChat(...(messages.length ? messages : [ASKED]));
  remember(
    aPlace({}).place,
    known({ number: 7, standing: { state: "seated", number: null, minutes: null, agent: null } }),
  );
  const panel = await opened(WAYS);
  await Socket.last.welcome();
  await Socket.last.tell(SEATED);
  return { ...panel, chat };
}

test("a chat begins with its first message, and says what the shopper left in the chip", async () => {
  const chat = aChat(ASKED);
  const { type, send, part, texts } = await opened(WAYS, { attributes: LAMP });
  expect(part("about")?.textContent).toBe("About: Brass lamp, your cart");
  expect(localStorage.length).toBe(0);
  type("text", " Does it dim? ");
  await send();
  const session = chat.calls.find(({ path }) => path === "tr/chat/session");
  expect(session?.body).toEqual({
    text: "Does it dim?",
    key: expect.stringMatching(/^[0-9a-f]{32}$/),
    locale: "en",
    category: "Brass lamp",
    here: { url: expect.stringMatching(/^[^?#]*$/), title: document.title, product: "UHJv", checkout: "Q2hl" },
  });
  expect(texts()).toEqual(["Does it dim?"]);
  expect([part("name")?.textContent, part("state")?.textContent]).toEqual(["Ayşe", "Lamps · Aurora Lights"]);
  await Socket.last.welcome();
  expect(Socket.last.address).toBe("wss://support.example.com/s/aurora-key/tr/chat");
  expect(Socket.last.sent[0]).toMatchObject({ do: "hello", token: "token", here: { checkout: "Q2hl" } });
});

test("what the shopper takes out of the chip is not told, and stays away on later pages", async () => {
  const chat = aChat(ASKED);
  const { type, send, part, page } = await opened(WAYS, { attributes: LAMP });
  part("about-remove")?.click();
  type("text", "Does it dim?");
  await send();
  expect(chat.calls.find(({ path }) => path === "tr/chat/session")?.body).toMatchObject({ here: null, category: "" });
  await Socket.last.welcome();
  expect([Socket.last.sent[0]?.here, part("about-remove")]).toEqual([null, null]);
  expect(recall(aPlace({}, page).place)?.isHidden).toBe(true);
});

test("a chip that is taken away in a chat takes back where the shopper is", async () => {
  aChat(ASKED);
  remember(aPlace({}).place, known({ number: 7, standing: { state: "seated" } }));
  const { part, page } = await opened(WAYS, { attributes: LAMP });
  await Socket.last.welcome();
  expect(Socket.last.sent[0]?.here).toMatchObject({ product: "UHJv" });
  part("about-remove")?.click();
  expect(Socket.last.did("here")).toEqual([{ do: "here", here: null }]);
  expect(recall(aPlace({}, page).place)?.isHidden).toBe(true);
});

test("what is said is there at once, and ticked once it is kept and once it is read", async () => {
  const { type, send, texts, parts, field } = await chatting();
  type("answer", "In green?");
  await send();
  const [sent] = Socket.last.did("say");
  expect([texts().at(-1), parts("mark")[0]?.textContent, field("answer").value]).toEqual([
    "In green?",
    "🕓 Sending…",
    "",
  ]);
  await Socket.last.tell(said({ ...ASKED, seq: 2, text: "In green?" }, String(sent?.key)));
  expect([texts(), parts("mark").map((one) => one.textContent)]).toEqual([["Does it dim?", "In green?"], ["✓ Sent"]]);
  await Socket.last.tell({ is: "read", conversation: "Q29udg==", author: "staff", seq: 2 });
  expect(parts("mark").map((one) => one.textContent)).toEqual(["✓✓ Seen"]);
});

test("after a cut it resumes from the last number, says again what was not kept, and shows nothing twice", async () => {
  const { type, send, texts } = await chatting(ASKED, TOLD);
  type("answer", "Thank you");
  await send();
  const first = Socket.last;
  const key = first.did("say")[0]?.key;
  await first.cut();
  await pass(3);
  expect(Socket.last).not.toBe(first);
  await Socket.last.welcome();
  expect(Socket.last.sent[0]).toMatchObject({ do: "hello", after: { "Q29udg==": 2 } });
  expect(Socket.last.did("say").map((frame) => frame.key)).toEqual([key]);
  // It was kept before the cut, and comes with what was missed; said again, it is only kept.
  await Socket.last.tell(said({ ...ASKED, seq: 3, text: "Thank you" }, String(key)), said(TOLD));
  expect(texts()).toEqual(["Does it dim?", "It does.", "Thank you"]);
});

test("numbers that come late stand where they belong", async () => {
  const { texts } = await chatting();
  await Socket.last.tell(said({ ...TOLD, seq: 5, text: "third" }), said({ ...TOLD, seq: 3, text: "second" }));
  expect(texts()).toEqual(["Does it dim?", "second", "third"]);
});

test("what came while the panel was closed stands below what was said before", async () => {
  const news = { ...TOLD, seq: 3, text: "In green, too." };
  aChat(ASKED, TOLD, news);
  remember(aPlace({}).place, known({ number: 7, seen: 2, askedAt: Date.now(), standing: { state: "seated" } }));
  const { panel, texts } = await opened(WAYS, { show: false });
  await Socket.last.welcome();
  await Socket.last.tell(said(news));
  panel.open();
  await answered();
  expect(texts()).toEqual(["Does it dim?", "It does.", "In green, too."]);
});

test("who opens the panel late is told who is there now, and nobody asks twice", async () => {
  aChat();
  const { panel, askAgain } = await opened(WAYS, { show: false });
  vi.advanceTimersByTime(20_000);
  panel.open();
  panel.close();
  expect(askAgain).not.toHaveBeenCalled();
  vi.advanceTimersByTime(20_000);
  panel.open();
  panel.close();
  panel.open();
  expect(askAgain).toHaveBeenCalledOnce();
});

test("a notice goes with the chat that it was about", async () => {
  const { part } = await chatting();
  await Socket.last.tell(said(TOLD), ENDED);
  part("transcript")?.click();
  await answered();
  (part("input") as HTMLInputElement).value = "ada@shop.example";
  part("send")?.click();
  await answered();
  expect(part("notice")?.textContent).toContain("ada@shop.example");
  part("begin")?.click();
  expect(part("notice")?.textContent).toBe("");
});

test("while sockets are blocked it is asked for every five seconds, and posted", async () => {
  vi.stubGlobal(
    "WebSocket",
    class {
      constructor() {
        throw new DOMException("blocked", "SecurityError");
      }
    },
  );
  const chat = aChat(ASKED);
  remember(aPlace({}).place, known({ number: 7 }));
  const { type, send, texts } = await opened(WAYS);
  chat.posted = [200, { ok: true, message: { ...ASKED, seq: 3, text: "In green?" } }];
  type("answer", "In green?");
  await send();
  expect(texts()).toEqual(["Does it dim?", "In green?"]);
  chat.messages.push(TOLD);
  await pass(5);
  expect(texts()).toEqual(["Does it dim?", "It does.", "In green?"]);
});

test("who waits is told their number, and a chat that waits is listened to with the panel closed", async () => {
  const chat = aChat(ASKED);
  chat.queue = WAITING;
  remember(aPlace({}).place, known({ number: 7 }));
  const { part, panel, launcher } = await opened(WAYS);
  expect(part("queue")?.textContent).toBe("You are no. 3, about 4 min.");
  await Socket.last.welcome();
  panel.close();
  expect(Socket.last.isClosed).toBe(false);
  await Socket.last.tell({ ...WAITING, number: 2 }, SEATED, said(TOLD));
  expect(part("queue")?.textContent).toBe("");
  expect(launcher.textContent).toContain("1 new answer");
});

test("where nobody comes the shopper leaves an address, and is told where the answer comes", async () => {
  const { chat, part, field, type } = await chatting();
  await Socket.last.tell({ ...ENDED, state: "missed" });
  await answered();
  expect(part("answer")).toBe(null);
  expect(part("foot-text")?.textContent).toContain("Nobody is free to chat right now.");
  part("send")?.click();
  await answered();
  expect(field("email").getAttribute("aria-invalid")).toBe("true");
  type("email", "ada@shop.example");
  part("send")?.click();
  await answered();
  expect(chat.calls.at(-1)).toMatchObject({
    path: "tr/conversation/email",
    token: "Bearer token",
    body: { email: "ada@shop.example" },
  });
  expect(part("thanks")?.textContent).toBe("Thank you. The answer comes to ada@shop.example.");
});

test("a chat that is over is rated once, by one of five faces", async () => {
  const { chat, part, parts, root, type } = await chatting(ASKED, TOLD);
  await Socket.last.tell(ENDED);
  await answered();
  const faces = Array.from(root.querySelectorAll<HTMLInputElement>("input[name=score]"));
  expect(faces.map((face) => face.closest("label")?.title)).toEqual([
    "Very bad",
    "Bad",
    "All right",
    "Good",
    "Very good",
  ]);
  part("send")?.click();
  await answered();
  expect(parts("fault").map((one) => one.textContent)).toContain("Please choose a face.");
  (faces[3] as HTMLInputElement).checked = true;
  type("why", "Quick");
  part("send")?.click();
  await answered();
  expect(chat.calls.at(-1)).toMatchObject({ path: "tr/conversation/rating", body: { score: 4, text: "Quick" } });
  expect(part("thanks")?.textContent).toBe("Thank you for telling us.");
  expect(recall(aPlace({}).place)?.isRated).toBe(true);
});

test("words that come too late are there to begin the next chat with", async () => {
  const { type, send, part, field } = await chatting(ASKED, TOLD);
  type("answer", "One more thing");
  await send();
  const key = Socket.last.did("say")[0]?.key;
  await Socket.last.tell({ is: "refused", do: "say", code: "ENDED", message: "", conversation: "Q29udg==", key });
  await answered();
  expect(part("foot")).not.toBe(null);
  part("begin")?.click();
  await answered();
  expect([field("text").value, localStorage.getItem(KEY)]).toEqual(["One more thing", null]);
});

test("words that the shop does not take are there again, to be said otherwise", async () => {
  const { type, send, parts, field } = await chatting(ASKED, TOLD);
  type("answer", "You lamp");
  await send();
  expect(field("answer").value).toBe("");
  const key = Socket.last.did("say")[0]?.key;
  await Socket.last.tell({ is: "refused", do: "say", code: "WORDS", message: "", conversation: "Q29udg==", key });
  expect(field("answer").value).toBe("You lamp");
  expect(parts("fault").map((one) => one.textContent)).toContain(
    "This cannot be sent in these words. Please say it differently.",
  );
  expect(parts("message-shopper").length).toBe(1);
  type("answer", "You chair");
  await send();
  expect(Socket.last.did("say").map(({ text }) => text)).toEqual(["You lamp", "You chair"]);
  expect(parts("fault").map((one) => one.textContent)).not.toContain(
    "This cannot be sent in these words. Please say it differently.",
  );
});

test("it says who writes, tells that the shopper does, and what they have read", async () => {
  const { type, part } = await chatting(ASKED);
  await Socket.last.tell({ is: "typing", conversation: "Q29udg==", author: "staff" });
  expect([part("typing")?.hidden, part("typing")?.textContent]).toEqual([false, "Writing…"]);
  await pass(5);
  expect(part("typing")?.hidden).toBe(true);
  type("answer", "I");
  type("answer", "I w");
  expect(Socket.last.did("typing").length).toBe(1);
  await Socket.last.tell(said(TOLD));
  expect(Socket.last.did("read")).toEqual([{ do: "read", seq: 2 }]);
});

test("cards show what staff push, and open nothing by themselves", async () => {
  const price = { amount: "129.90", currency: "TRY" };
  const product = {
    kind: "product",
    name: "Brass lamp",
    variant_name: "Large",
    price,
    url: "https://shop.example/lamp",
  };
  const evil = { kind: "page", title: "Free lamps", url: "javascript:alert(1)" };
  const cart = { kind: "cart", act: "ADDED", name: "Brass lamp", quantity: 2, by: "Ayşe" };
  const { part, parts } = await chatting(
    { ...TOLD, text: "", card: product },
    { ...TOLD, seq: 3, text: "Look", card: evil },
    { ...TOLD, seq: 4, text: "", card: cart },
    { ...TOLD, seq: 5, text: "", card: { kind: "checkout", url: "https://shop.example/checkout" } },
  );
  expect(part("card-product")?.textContent).toBe("Brass lampLarge₺129.90Show it");
  expect(Socket.last.did("opened")).toEqual([]);
  for (const link of parts("card-link")) {
    link.addEventListener("click", (event) => event.preventDefault());
    link.click();
  }
  expect(Socket.last.did("opened").map(({ seq }) => seq)).toEqual([2, 5]);
  expect(parts("card-link").map((link) => link.getAttribute("href"))).toEqual([
    "https://shop.example/lamp",
    "https://shop.example/checkout",
  ]);
  expect(part("event-text")?.textContent).toBe("Ayşe put 2 × Brass lamp into your cart");
});

test("the page hears what staff did in the cart, once", async () => {
  const heard = vi.fn();
  document.addEventListener("saleor-support:cart", (event) => heard((event as CustomEvent).detail));
  const card = { kind: "cart", act: "REMOVED", name: "Brass lamp", quantity: 1, by: "Ayşe" };
  await chatting(ASKED, { ...TOLD, text: "", card }); // it was there before
  expect(heard).not.toHaveBeenCalled();
  await Socket.last.tell(said({ ...TOLD, seq: 3, text: "", card }), said({ ...TOLD, seq: 3, text: "", card }));
  expect(heard.mock.calls).toEqual([[card]]);
});

test("an answer that is offered is said by a tap, and no longer offered then", async () => {
  const card = { kind: "choices", choices: ["Yes, please", "No"] };
  const { parts, part } = await chatting(ASKED, { ...TOLD, card });
  expect(parts("choice").map((one) => one.textContent)).toEqual(["Yes, please", "No"]);
  part("choice")?.click();
  expect(Socket.last.did("say")[0]).toMatchObject({ text: "Yes, please" });
  await Socket.last.tell(said({ ...ASKED, seq: 3, text: "Yes, please" }, String(Socket.last.did("say")[0]?.key)));
  expect(part("choice")).toBe(null);
});

test("somebody whom the shop vouches for goes on with the chat of their other device", async () => {
  const chat = aChat(ASKED, TOLD);
  const page = auroraPage();
  page.identity = { customer: "c-7", email: "ada@shop.example", expires: 1, signature: "f00d" };
  const { texts } = await opened(WAYS, { page });
  expect(chat.calls[0]).toMatchObject({ path: "tr/chat/session", body: { identity: page.identity, locale: "en" } });
  expect(texts()).toEqual(["Does it dim?", "It does."]);
});

test("a word for who it is that has run out makes a guest, not an end", async () => {
  const chat = aChat(ASKED);
  const page = auroraPage();
  page.identity = "an-old-token";
  chat.session = [401, { error: { code: "UNAUTHENTICATED" } }];
  const { type, send } = await opened(WAYS, { page });
  type("text", "Hello?");
  await send();
  const asked = chat.calls.filter(({ path }) => path === "tr/chat/session");
  expect(asked.slice(-2).map(({ token, body }) => [token, body?.text])).toEqual([
    ["Bearer an-old-token", "Hello?"],
    [null, "Hello?"],
  ]);
});

test("who is not let chat is shown the other ways", async () => {
  const chat = aChat();
  chat.session = [403, { error: { code: "BLOCKED" } }];
  const { type, send, parts } = await opened(WAYS);
  type("text", "Hello?");
  await send();
  expect(parts("fault").at(-1)?.textContent).toContain("The shop does not chat here.");
});

test("a shopper may leave a letter instead, and chats where that is the only way", async () => {
  aChat();
  const { part, field } = await opened(WAYS);
  expect([field("email"), part("undo")?.textContent]).toEqual([null, "Leave a message instead"]);
  part("undo")?.click();
  expect([field("email") !== null, part("undo")?.textContent]).toEqual([true, "Chat instead"]);
});

test("the shopper ends a chat, has it sent, and goes on on the phone", async () => {
  const { chat, part, type, root } = await chatting(ASKED, TOLD);
  chat.posted = [
    200,
    {
      url: "https://shop.example/c/1",
      svg: '<svg viewBox="0 0 29 29"><path fill="#fff" d="M0 0h29v29h-29z"/><path class="q" stroke="#000" d="M4 4.5h7m2 0h1"/></svg>',
    },
  ];
  part("on-phone")?.click();
  await answered();
  expect(root.querySelector("[part=code] path")?.getAttribute("d")).toBe("M4 4.5h7m2 0h1");
  part("undo")?.click();
  part("transcript")?.click();
  await answered();
  type("email", "ada@shop.example");
  part("send")?.click();
  await answered();
  expect(chat.calls.at(-1)).toMatchObject({ path: "tr/conversation/transcript", body: { email: "ada@shop.example" } });
  expect(part("notice")?.textContent).toBe("It is on its way to ada@shop.example.");
  part("leave")?.click();
  await answered();
  expect([Socket.last.did("leave").length, part("foot-text")?.textContent]).toEqual([1, "This chat is over."]);
});

test("a token that opens nothing any more ends it here", async () => {
  const { part } = await chatting();
  await Socket.last.cut(4401);
  expect([part("form") !== null, part("notice")?.textContent, localStorage.getItem(KEY)]).toEqual([
    true,
    "This conversation has ended here, or goes on by e-mail. You can write a new message.",
    null,
  ]);
});

test("after a computer slept its page connects anew, for nobody else tells it", async () => {
  await chatting();
  const before = Socket.last;
  vi.setSystemTime(Date.now() + 3_600_000);
  await pass(20);
  expect([before.isClosed, Socket.all.length]).toEqual([true, 2]);
});

test("what nobody keeps within twenty seconds is said so, and may be tried again", async () => {
  const { type, send, part, parts } = await chatting();
  type("answer", "In green?");
  await send();
  await pass(21);
  expect(parts("mark")[0]?.textContent).toBe("Not sent. Try again Delete");
  part("undo")?.click();
  const keys = Socket.last.did("say").map(({ key }) => key);
  expect([keys.length, keys[0] === keys[1], parts("mark")[0]?.textContent]).toEqual([2, true, "🕓 Sending…"]);
});

test("what came while nobody looked at the page is read once somebody does", async () => {
  await chatting();
  const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  await Socket.last.tell(said(TOLD));
  expect(Socket.last.did("read")).toEqual([]);
  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event("visibilitychange"));
  expect(Socket.last.did("read")).toEqual([{ do: "read", seq: 2 }]);
});

test("a page that moves on tells where the shopper is now, and keeps what they are writing", async () => {
  aChat(ASKED);
  remember(aPlace({}).place, known({ number: 7, standing: { state: "seated" } }));
  const { panel, host, type, field, part } = await opened(WAYS, { attributes: LAMP });
  await Socket.last.welcome();
  const box = field("answer");
  type("answer", "And the");
  host.setAttribute("about", "Oak chair");
  host.setAttribute("about-id", "T2Fr");
  panel.update();
  expect([field("answer") === box, box.value, part("about")?.textContent]).toEqual([
    true,
    "And the",
    "About: Oak chair, your cart",
  ]);
  expect(Socket.last.did("here").at(-1)).toMatchObject({ here: { product: "T2Fr" } });
});

test("an app that was taken away from the shop is not asked again", async () => {
  await chatting();
  await Socket.last.cut(4410);
  await pass(60);
  expect(Socket.all.length).toBe(1);
});

test("a policy that lets no socket out is tried once", async () => {
  await chatting();
  const blocked = Object.assign(new Event("securitypolicyviolation"), { blockedURI: Socket.last.address });
  document.dispatchEvent(blocked);
  await Socket.last.cut();
  await pass(300);
  expect(Socket.all.length).toBe(1);
});
