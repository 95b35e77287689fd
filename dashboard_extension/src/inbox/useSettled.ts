import { useEffect, useState } from "react";

const STILL_MS = 300;

/** A value once it has stayed the same for a moment: not each key of a word is worth a question. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), STILL_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
