import type { AskStaff } from "../api/askAsStaff";
import { newId } from "../dashboard/messenger";
import { TicketReply } from "../generated/TicketReply";
import { photoInput, type ReadyPhoto } from "../photos/photoInput";
import { outcomeOf } from "../staff/outcome";
import { createStore, type Watched } from "../store";
import type { Live } from "./live";

interface Line {
  readonly conversation: string;
  readonly ticketId: string;
  readonly text: string;
  /** With some it goes by `ticketReply` at once: the line carries words alone. */
  readonly photos: readonly ReadyPhoto[];
}

export interface Unsent extends Line {
  readonly key: string;
  /** Why it was refused; null while it is on its way. */
  readonly code: string | null;
}

/** What staff said in chats and the service has not yet said back. */
export interface UnsentLines extends Watched<readonly Unsent[]> {
  /** `after` is the last number that is known; `onPosted` is called when it went without the line. */
  say(line: Line, after: number, onPosted: () => void): void;
  retry(key: string, onPosted: () => void): void;
  drop(key: string): void;
}

/** How long the line may be cut before a message goes the other way. */
const CUT_MS = 3_000;

export function createUnsent(live: Live, ask: AskStaff): UnsentLines {
  const lines = createStore<readonly Unsent[]>([]);
  const left = new Map<string, () => void>();
  const change = (key: string, code: string | null) =>
    lines.set(lines.getState().map((one) => (one.key === key ? { ...one, code } : one)));
  const find = (key: string) => lines.getState().find((one) => one.key === key);

  const write = ({ key, conversation, text }: Unsent) => live.tell({ do: "say", conversation, text, key });

  function go(line: Unsent, onPosted: () => void): void {
    if (line.photos.length > 0) {
      post(line.key, onPosted);
      return;
    }
    write(line);
    watch(line.key, onPosted);
  }

  function watch(key: string, onPosted: () => void): void {
    setTimeout(() => post(key, onPosted), CUT_MS);
  }

  /** Where no line is to be had: under the same key, so that it is kept once whichever way it came. */
  async function post(key: string, onPosted: () => void): Promise<void> {
    const line = find(key);
    if (!line || line.code !== null) return;
    if (line.photos.length === 0 && live.getState().standing === "open") return watch(key, onPosted);
    const input = { id: line.ticketId, text: line.text, key, ...photoInput(line.photos) };
    const outcome = outcomeOf(await ask(TicketReply, { input }), (data) => data.ticketReply);
    if ("failure" in outcome) return watch(key, onPosted);
    if ("faults" in outcome) return change(key, outcome.faults[0]?.code ?? "TRY_AGAIN");
    drop(key);
    onPosted();
  }

  function drop(key: string): void {
    if (!find(key)) return;
    lines.set(lines.getState().filter((one) => one.key !== key));
    left.get(key)?.();
    left.delete(key);
  }

  live.onFrame((frame) => {
    if (frame.is === "said" || frame.is === "kept") drop(frame.key);
    else if (frame.is === "refused" && frame.key) change(frame.key, frame.code);
    // The same key again: what was kept before the cut is not kept twice.
    else if (frame.is === "welcome")
      for (const one of lines.getState()) if (one.code === null && one.photos.length === 0) write(one);
  });

  return {
    ...lines,
    say(said, after, onPosted) {
      const line: Unsent = { ...said, key: newId(), code: null };
      lines.set([...lines.getState(), line]);
      // Somebody who looks elsewhere meanwhile still hears what became of it.
      left.set(line.key, live.follow(line.conversation, after));
      go(line, onPosted);
    },
    retry(key, onPosted) {
      const line = find(key);
      if (!line) return;
      change(key, null);
      go({ ...line, code: null }, onPosted);
    },
    drop,
  };
}
