import type { Dashboard } from "../dashboard/dashboard";
import { createStore } from "../store";
import { type Deed, type Frame, frameIn } from "./frames";
import type { Live, LiveState } from "./live";

/** What we use of a WebSocket. */
export type Line = Pick<WebSocket, "send" | "close" | "onopen" | "onmessage" | "onclose">;

const NOT_RECOGNISED = 4401;
/** To ask again changes nothing. */
const FOR_GOOD: Readonly<Record<number, LiveState["standing"]>> = { 4403: "stopped", 4410: "gone" };
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 20_000;
const TOKEN_WAIT_MS = 10_000;
const LOOK_MS = 10_000;
/** A page out of sight is run once a minute by Chromium; who missed more than that was asleep, and so was its line. */
const ASLEEP_MS = 90_000;

/** Keep one line to the service open from `start` on: said hello with what is known, renewed with each new token. */
export function connectLive(dashboard: Dashboard, open: () => Line = openLine): Live {
  const state = createStore<LiveState>({ standing: "idle", user: null, email: "" });
  const listeners = new Set<(frame: Frame) => void>();
  const followed = new Map<string, { seen: number; by: number }>();
  let line: Line | null = null;
  let waitMs = FIRST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let token = "";
  let lookedAt = Date.now();
  let greeted = new Set<string>();

  const stand = (standing: LiveState["standing"]) => state.set({ ...state.getState(), standing });
  const write = (frame: object) => line?.send(JSON.stringify(frame));

  function dial(): void {
    clearTimeout(timer);
    const { session } = dashboard.getState();
    if (session.kind !== "open") {
      again();
      return;
    }
    token = session.token;
    stand("connecting");
    const mine = open();
    line = mine;
    mine.onopen = () => {
      greeted = new Set(followed.keys());
      write({ do: "hello", token, after: seen() });
    };
    mine.onmessage = ({ data }) => line === mine && hear(frameIn(data));
    mine.onclose = ({ code }) => line === mine && ended(code);
  }

  function seen(): Record<string, number> {
    return Object.fromEntries([...followed].map(([conversation, one]) => [conversation, one.seen]));
  }

  function hear(frame: Frame | null): void {
    if (frame === null) return;
    if (frame.is === "welcome") {
      waitMs = FIRST_WAIT_MS;
      state.set({ standing: "open", user: frame.user, email: frame.email });
      // Between hello and welcome somebody may have opened another one.
      for (const [conversation, { seen: after }] of followed) {
        if (!greeted.has(conversation)) write({ do: "follow", conversation, after });
      }
    }
    const one = frame.is === "said" ? followed.get(frame.conversation) : undefined;
    if (frame.is === "said" && one) one.seen = Math.max(one.seen, frame.seq);
    for (const listener of [...listeners]) listener(frame);
  }

  async function ended(code: number): Promise<void> {
    line = null;
    const forGood = FOR_GOOD[code];
    if (forGood) return stand(forGood);
    stand("waiting");
    if (code === NOT_RECOGNISED) await dashboard.nextToken(token, TOKEN_WAIT_MS);
    if (line === null) again();
  }

  /** By chance and not by the clock: when a process ends, all its pages come at once. */
  function again(): void {
    stand("waiting");
    clearTimeout(timer);
    timer = setTimeout(dial, waitMs * (0.5 + Math.random() / 2));
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  }

  function redial(): void {
    const { standing } = state.getState();
    if (standing === "idle" || standing === "stopped" || standing === "gone") return;
    const old = line;
    line = null;
    old?.close();
    dial();
  }

  function look(): void {
    const slept = Date.now() - lookedAt > ASLEEP_MS;
    lookedAt = Date.now();
    if (slept || (state.getState().standing === "waiting" && document.visibilityState === "visible")) redial();
  }

  function start(): void {
    if (state.getState().standing !== "idle") return;
    dial();
    setInterval(look, LOOK_MS);
    document.addEventListener("visibilitychange", look);
    window.addEventListener("online", redial);
    dashboard.subscribe(() => {
      const { session } = dashboard.getState();
      if (session.kind !== "open" || session.token === token || state.getState().standing !== "open") return;
      token = session.token;
      write({ do: "renew", token });
    });
  }

  return {
    ...state,
    start,
    onFrame(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow(conversation, after) {
      const one = followed.get(conversation) ?? { seen: after, by: 0 };
      one.by += 1;
      followed.set(conversation, one);
      if (one.by === 1 && state.getState().standing === "open") write({ do: "follow", conversation, after: one.seen });
      return () => {
        one.by -= 1;
        if (one.by > 0) return;
        followed.delete(conversation);
        if (state.getState().standing === "open") write({ do: "leave", conversation });
      };
    },
    tell(deed: Deed) {
      if (state.getState().standing !== "open") return false;
      write(deed);
      return true;
    },
  };
}

function openLine(): Line {
  return new WebSocket(`${location.origin.replace(/^http/, "ws")}/staff/live`);
}
