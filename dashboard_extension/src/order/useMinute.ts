import { useSyncExternalStore } from "react";

const MINUTE_MS = 60_000;

/** The time in milliseconds, new each minute. */
export function useMinute(): number {
  return useSyncExternalStore(everyMinute, thisMinute);
}

function everyMinute(changed: () => void): () => void {
  const timer = setInterval(changed, MINUTE_MS);
  return () => clearInterval(timer);
}

function thisMinute(): number {
  return Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
}
