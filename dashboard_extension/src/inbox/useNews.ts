import { useEffect, useRef } from "react";
import type { Frame } from "../live/frames";
import { useLive } from "../live/LiveContext";

const SETTLE_MS = 400;

/** Do this soon after something was heard that matters, once for what comes together; and when the page is seen again. */
export function useNews(matters: (frame: Frame) => boolean, act: () => void): void {
  const live = useLive();
  const latest = useRef({ matters, act });
  useEffect(() => {
    latest.current = { matters, act };
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        latest.current.act();
      }, SETTLE_MS);
    };
    const seen = () => document.visibilityState === "visible" && soon();
    const stop = live.onFrame((frame) => latest.current.matters(frame) && soon());
    document.addEventListener("visibilitychange", seen);
    return () => {
      clearTimeout(timer);
      stop();
      document.removeEventListener("visibilitychange", seen);
    };
  }, [live]);
}
