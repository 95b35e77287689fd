import { useEffect, useState } from "react";
import { useLive } from "../live/LiveContext";

/** Told at most every two seconds, so three tell that it has stopped. */
const FADES_MS = 5_000;

export interface Typists {
  readonly shopper: boolean;
  /** A colleague's e-mail. */
  readonly staff: string | null;
}

const NOBODY: Typists = { shopper: false, staff: null };

/** Who else is typing in a conversation now. */
export function useTypists(conversation: string): Typists {
  const live = useLive();
  const [typists, setTypists] = useState(NOBODY);
  useEffect(() => {
    const timers: Partial<Record<"shopper" | "staff", ReturnType<typeof setTimeout>>> = {};
    const set = (author: "shopper" | "staff", name: string | null) => {
      clearTimeout(timers[author]);
      setTypists((before) => ({ ...before, ...(author === "staff" ? { staff: name } : { shopper: name !== null }) }));
      if (name !== null) timers[author] = setTimeout(() => set(author, null), FADES_MS);
    };
    const stop = live.onFrame((frame) => {
      if (!("conversation" in frame) || frame.conversation !== conversation) return;
      if (frame.is === "typing") set(frame.author, frame.name);
      else if (frame.is === "said" && frame.author !== "system") set(frame.author, null);
    });
    return () => {
      stop();
      for (const timer of Object.values(timers)) clearTimeout(timer);
    };
  }, [live, conversation]);
  return typists;
}
