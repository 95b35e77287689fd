import type { AskStaff } from "../api/askAsStaff";
import { TicketReply } from "../generated/TicketReply";
import { photoInput, type ReadyPhoto } from "../photos/photoInput";
import { type Outcome, outcomeOf } from "../staff/outcome";
import { createStore, type Watched } from "../store";

export interface Reply {
  readonly ticketId: string;
  readonly text: string;
  readonly photos: readonly ReadyPhoto[];
  /** Our own name for it: sent twice after a lost answer, it is kept once. */
  readonly key: string;
}

export interface HeldReply extends Reply {
  readonly state: "held" | "sending" | "failed";
  readonly failed: Exclude<Outcome<unknown>, { payload: unknown }> | null;
}

/** Answers by mail on their way: each waits a moment, in which it can be taken back. */
export interface Outgoing extends Watched<readonly HeldReply[]> {
  hold(reply: Reply, onSent: () => void): void;
  /** Take it back, or off the list after it failed. */
  takeBack(key: string): void;
  sendNow(key: string): Promise<void>;
}

export function createOutgoing(ask: AskStaff, heldMs: number): Outgoing {
  const replies = createStore<readonly HeldReply[]>([]);
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const told = new Map<string, () => void>();
  const change = (key: string, part: Pick<HeldReply, "state" | "failed">) =>
    replies.set(replies.getState().map((one) => (one.key === key ? { ...one, ...part } : one)));

  function takeBack(key: string): void {
    clearTimeout(timers.get(key));
    timers.delete(key);
    told.delete(key);
    replies.set(replies.getState().filter((one) => one.key !== key));
  }

  async function sendNow(key: string): Promise<void> {
    const reply = replies.getState().find((one) => one.key === key);
    if (!reply || reply.state === "sending") return;
    clearTimeout(timers.get(key));
    change(key, { state: "sending", failed: null });
    const input = { id: reply.ticketId, text: reply.text, key, ...photoInput(reply.photos) };
    const outcome = outcomeOf(await ask(TicketReply, { input }), (data) => data.ticketReply);
    if (!("payload" in outcome)) return change(key, { state: "failed", failed: outcome });
    const sent = told.get(key);
    takeBack(key);
    sent?.();
  }

  // Whoever closes the page meant to send it.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden") return;
    for (const { key, state } of replies.getState()) if (state === "held") sendNow(key);
  });

  return {
    ...replies,
    hold(reply, onSent) {
      replies.set([...replies.getState(), { ...reply, state: "held", failed: null }]);
      told.set(reply.key, onSent);
      timers.set(
        reply.key,
        setTimeout(() => sendNow(reply.key), heldMs),
      );
    },
    takeBack,
    sendNow,
  };
}
