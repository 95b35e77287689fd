import { useEffect } from "react";
import { useDesk } from "../live/LiveContext";
import { tellOtherFrames } from "../staff/otherFrames";
import { useStaff } from "../staff/StaffContext";
import { useActWords } from "../words/acts/useActWords";
import { fill } from "../words/language";

const TONES = { APPROVED: "success", REJECTED: "warning", FAILED: "error", DONE: "success" } as const;

/** Says in Dashboard's corner what became of an act that the reader asked for, whatever page they look at, and has it shown. */
export function ActNews() {
  const { live } = useDesk();
  const { dashboard } = useStaff();
  const words = useActWords();
  useEffect(
    () =>
      live.onFrame((frame) => {
        if (frame.is !== "act") return;
        const became = frame.became as keyof typeof TONES;
        const act = words.kinds[frame.kind as keyof typeof words.kinds];
        if (!(became in TONES) || act === undefined) return; // a newer service
        const more = fill(words.becameOrder, { number: frame.orderNumber });
        tellOtherFrames(); // what is shown of the act, on this page and on an order's card beside it, is of before
        dashboard.toast(TONES[became], fill(words.became[became], { by: frame.by, act }), more);
      }),
    [live, dashboard, words],
  );
  return null;
}
