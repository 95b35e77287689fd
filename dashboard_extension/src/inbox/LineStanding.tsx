import { useEffect, useState } from "react";
import { useLive } from "../live/LiveContext";
import { useWatched } from "../useWatched";
import { useDeskWords } from "../words/desk/useDeskWords";

/** A cut that heals by itself before that is nobody's business. */
const PATIENCE_MS = 3_000;

/** Said while chats cannot be heard. */
export function LineStanding() {
  const words = useDeskWords();
  const { standing } = useWatched(useLive());
  const isCut = standing === "waiting" || standing === "connecting";
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!isCut) return;
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isCut]);
  return (
    <p className="line-standing" role="status">
      {isCut && late && words.cut}
      {standing === "stopped" && words.closedLine}
      {standing === "gone" && words.appGone}
    </p>
  );
}
