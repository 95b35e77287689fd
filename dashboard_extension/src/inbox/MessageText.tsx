import { EyeOff } from "lucide-react";
import { useState } from "react";
import { isMarked } from "../tickets/marked";
import { useTicketWords } from "../words/tickets/useTicketWords";

interface MessageTextProps {
  readonly text: string;
  readonly card: string | null;
}

/** What somebody said. Words that the shop does not want to read stay covered until they are asked for. */
export function MessageText({ text, card }: MessageTextProps) {
  const words = useTicketWords();
  const [covered, setCovered] = useState(isMarked(card));
  if (covered) {
    return (
      <p className="bubble marked">
        <EyeOff size={14} aria-hidden="true" /> {words.marked}{" "}
        <button type="button" className="link" onClick={() => setCovered(false)}>
          {words.showMarked}
        </button>
      </p>
    );
  }
  return (
    <p className="bubble" dir="auto">
      {text}
    </p>
  );
}
