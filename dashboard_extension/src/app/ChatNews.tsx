import { useEffect } from "react";
import { useDesk } from "../live/LiveContext";
import { useStaff } from "../staff/StaffContext";
import { useAppWords } from "../words/app/useAppWords";

// Most are somebody's at once: that they waited for that is no news.
const SOON_MS = 1_500;

/** Says in Dashboard's corner that a shopper waits, or that a chat is the reader's now, whatever page they look at. */
export function ChatNews() {
  const { live, waiting } = useDesk();
  const { dashboard } = useStaff();
  const { chats: words } = useAppWords();
  useEffect(() => {
    const stood = new Map<string, string>();
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const say = (what: string) => {
      dashboard.toast("warning", what, words.answer);
      // The inbox counts exactly when it is open.
      waiting.set(waiting.getState() + 1);
    };
    const stop = live.onFrame((frame) => {
      if (frame.is !== "queue") return;
      const isMine = frame.state === "seated" && frame.user === live.getState().user;
      const stands = isMine ? "mine" : frame.state;
      const before = stood.get(frame.conversation);
      stood.set(frame.conversation, stands);
      if (before === stands) return;
      if (isMine) say(words.yours);
      else if (stands === "waiting") timers.add(setTimeout(() => stillWaits(frame.conversation), SOON_MS));
    });
    const stillWaits = (conversation: string) => stood.get(conversation) === "waiting" && say(words.waits);
    return () => {
      stop();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [live, waiting, dashboard, words]);
  return null;
}
