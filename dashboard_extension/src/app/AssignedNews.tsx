import { useEffect } from "react";
import { useLive } from "../live/LiveContext";
import { useStaff } from "../staff/StaffContext";
import { useAppWords } from "../words/app/useAppWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";

/** Says in Dashboard's corner that a colleague gave the reader something, whatever page they look at. */
export function AssignedNews() {
  const live = useLive();
  const { dashboard } = useStaff();
  const { assigned: words } = useAppWords();
  const { count, number } = useLanguage();
  useEffect(
    () =>
      live.onFrame((frame) => {
        if (frame.is !== "assigned") return;
        const { by } = frame;
        const one = fill(words.one, { by, number: number(frame.number) });
        dashboard.toast("success", frame.count === 1 ? one : fill(count(words.many, frame.count), { by }), words.find);
      }),
    [live, dashboard, words, count, number],
  );
  return null;
}
