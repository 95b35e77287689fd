import type { Deed, Frame } from "../src/live/frames";
import type { Live, LiveState } from "../src/live/live";
import { createStore } from "../src/store";

export interface PlayedLive extends Live {
  says(frame: Frame): void;
  stands(standing: LiveState["standing"]): void;
  /** What the page did, in order. */
  readonly deeds: readonly Deed[];
  readonly followed: readonly [conversation: string, after: number][];
}

/** The line to the chats, played by the test: open, for the member of staff with the id `me`. */
export function aLive(): PlayedLive {
  const state = createStore<LiveState>({ standing: "open", user: "me", email: "me@aurora.example" });
  const listeners = new Set<(frame: Frame) => void>();
  const deeds: Deed[] = [];
  const followed: [string, number][] = [];
  return {
    ...state,
    start: () => undefined,
    onFrame(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow(conversation, after) {
      followed.push([conversation, after]);
      return () => undefined;
    },
    tell(deed) {
      if (state.getState().standing !== "open") return false;
      deeds.push(deed);
      return true;
    },
    says: (frame) => {
      for (const listener of [...listeners]) listener(frame);
    },
    stands: (standing) => state.set({ ...state.getState(), standing }),
    deeds,
    followed,
  };
}
