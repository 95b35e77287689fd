import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { connectLive, type Line } from "../src/live/connectLive";
import { createUnsent } from "../src/live/unsent";
import { aDashboard, aStaffApi } from "./aDashboard";
import { aLive } from "./aLive";
import { aSaid, CHAT } from "./auroraInbox";

/** A line that the test plays the other end of. */
class PlayedLine implements Line {
  onopen: Line["onopen"] = null;
  onmessage: Line["onmessage"] = null;
  onclose: Line["onclose"] = null;
  readonly sent: Record<string, unknown>[] = [];
  closed = false;
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(): void {
    this.closed = true;
  }
  opens(): void {
    this.onopen?.call(null as never, new Event("open"));
  }
  says(frame: object): void {
    this.onmessage?.call(null as never, new MessageEvent("message", { data: JSON.stringify(frame) }));
  }
  ends(code: number): void {
    this.onclose?.call(null as never, { code } as CloseEvent);
  }
  welcomes(): void {
    this.opens();
    this.says({ is: "welcome", user: "me", email: "me@aurora.example" });
  }
}

function connected() {
  const lines: PlayedLine[] = [];
  const dashboard = aDashboard();
  dashboard.opens("one");
  const live = connectLive(dashboard, () => {
    const line = new PlayedLine();
    lines.push(line);
    return line;
  });
  live.start();
  const last = () => lines.at(-1) as PlayedLine;
  return { live, lines, last, dashboard };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("a page says hello with its token, and after a cut with what it has", async () => {
  const { live, lines, last } = connected();
  last().welcomes();
  expect(last().sent).toEqual([{ do: "hello", token: "one", after: {} }]);
  live.follow(CHAT, 4);
  expect(last().sent.at(-1)).toEqual({ do: "follow", conversation: CHAT, after: 4 });
  last().says(aSaid({ seq: 5 }));
  last().ends(1006);
  expect(live.getState().standing).toBe("waiting");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(lines).toHaveLength(2);
  last().opens();
  expect(last().sent).toEqual([{ do: "hello", token: "one", after: { [CHAT]: 5 } }]);
});

test("what is opened between hello and welcome is followed too", () => {
  const { live, last } = connected();
  last().opens();
  live.follow(CHAT, 4);
  expect(last().sent.map(({ do: deed }) => deed)).toEqual(["hello"]);
  last().says({ is: "welcome", user: "me", email: "me@aurora.example" });
  expect(last().sent.at(-1)).toEqual({ do: "follow", conversation: CHAT, after: 4 });
  expect(last().sent).toHaveLength(2);
});

test("each time it waits longer, at most some seconds, and at once when the network is back", async () => {
  const { lines, last } = connected();
  for (let time = 0; time < 12; time += 1) {
    last().ends(1006);
    await vi.advanceTimersByTimeAsync(20_000);
  }
  expect(lines).toHaveLength(13);
  last().ends(1006);
  window.dispatchEvent(new Event("online"));
  expect(lines).toHaveLength(14);
});

test("a new token goes over the open line, and another is waited for where the old one ended", async () => {
  const { lines, last, dashboard } = connected();
  dashboard.nextToken = async () => {
    dashboard.opens("three");
    return "three";
  };
  last().welcomes();
  dashboard.opens("two");
  expect(last().sent.at(-1)).toEqual({ do: "renew", token: "two" });
  last().ends(4401);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(lines).toHaveLength(2);
  last().opens();
  expect(last().sent[0]).toMatchObject({ do: "hello", token: "three" });
});

test.each([
  [4403, "stopped"],
  [4410, "gone"],
])("who is sent away for good with %d does not come again", async (code, standing) => {
  const { live, lines, last } = connected();
  last().ends(code);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(live.getState().standing).toBe(standing);
  expect(lines).toHaveLength(1);
});

test("a page that slept connects anew, and what the dead line says is not heard", async () => {
  const { live, lines, last } = connected();
  const heard: string[] = [];
  live.onFrame(({ is }) => heard.push(is));
  last().welcomes();
  const dead = last();
  vi.setSystemTime(Date.now() + 600_000);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(dead.closed).toBe(true);
  expect(lines).toHaveLength(2);
  dead.says(aSaid());
  expect(heard).toEqual(["welcome"]);
});

test("a conversation that two parts of the page follow is left when neither does", () => {
  const { live, last } = connected();
  last().welcomes();
  const [one, other] = [live.follow(CHAT, 0), live.follow(CHAT, 0)];
  one();
  expect(last().sent.map(({ do: deed }) => deed)).toEqual(["hello", "follow"]);
  other();
  expect(last().sent.at(-1)).toEqual({ do: "leave", conversation: CHAT });
});

test("what is no frame is passed over", () => {
  const { live, last } = connected();
  last().opens();
  last().onmessage?.call(null as never, new MessageEvent("message", { data: "<html>" }));
  last().says([]);
  expect(live.getState().standing).toBe("connecting");
  last().welcomes();
  expect(live.getState()).toEqual({ standing: "open", user: "me", email: "me@aurora.example" });
});

test("where no line is to be had, a message goes the other way under the same name, until it is kept", async () => {
  const live = aLive();
  let offline = true;
  const failure = { failure: { code: "OFFLINE", requestId: null } };
  const reply = { ticketReply: { ticket: { id: "t", state: "WAITING" }, errors: [] } };
  const { ask, asked } = aStaffApi({ TicketReply: () => (offline ? failure : reply) });
  const unsent = createUnsent(live, ask);
  const posted = vi.fn();
  live.stands("waiting");
  unsent.say({ conversation: CHAT, ticketId: "t", text: "Hello", photos: [] }, 1, posted);
  const [line] = unsent.getState();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(unsent.getState()).toEqual([line]);
  offline = false;
  await vi.advanceTimersByTimeAsync(3_000);
  const input = { id: "t", text: "Hello", key: line?.key };
  expect(asked).toEqual([
    ["TicketReply", { input }],
    ["TicketReply", { input }],
  ]);
  expect(unsent.getState()).toEqual([]);
  expect(posted).toHaveBeenCalledOnce();
});

test("a message that the open line has is not sent the other way", async () => {
  const live = aLive();
  const { ask, asked } = aStaffApi({});
  const unsent = createUnsent(live, ask);
  unsent.say({ conversation: CHAT, ticketId: "t", text: "Hello", photos: [] }, 1, () => undefined);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual([]);
  expect(live.deeds).toHaveLength(1);
});

test("photos go the other way at once, with what they show, and are kept once whoever tells it first", async () => {
  const live = aLive();
  const reply = { ticketReply: { ticket: { id: "t", state: "WAITING" }, errors: [] } };
  const { ask, asked } = aStaffApi({ TicketReply: () => reply });
  const unsent = createUnsent(live, ask);
  const photos = [{ file: "f1", name: "a.jpg", alt: "A scratch", small: "/f/f1/320.webp" }];
  unsent.say({ conversation: CHAT, ticketId: "t", text: "", photos }, 1, () => undefined);
  const [line] = unsent.getState();
  await vi.advanceTimersByTimeAsync(0);
  const input = { id: "t", text: "", key: line?.key, photos: [{ file: "f1", alt: "A scratch" }] };
  expect(asked).toEqual([["TicketReply", { input }]]);
  expect(live.deeds).toEqual([]);
  expect(unsent.getState()).toEqual([]);
});
