import { useDesk } from "../live/LiveContext";
import type { HeldReply } from "../live/outgoing";
import { PhotoStrip } from "../photos/PhotoStrip";
import { faultText } from "../staff/useSender";
import { useWatched } from "../useWatched";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";
import { useTicketWords } from "../words/tickets/useTicketWords";
import { useLanguage } from "../words/useLanguage";

interface HeldRepliesProps {
  readonly ticketId: string;
  /** For the box that it came from. */
  readonly onTakeBack: (reply: HeldReply) => void;
}

/** Answers that go out by mail in a moment, or could not. */
export function HeldReplies({ ticketId, onTakeBack }: HeldRepliesProps) {
  const words = useDeskWords();
  const ticketWords = useTicketWords();
  const { words: common } = useLanguage();
  const { outgoing } = useDesk();
  const held = useWatched(outgoing).filter((reply) => reply.ticketId === ticketId);
  if (held.length === 0) return null;
  return (
    <div role="status">
      <ul className="held">
        {held.map((reply) => (
          <li key={reply.key} className={reply.state}>
            {reply.text && (
              <p className="bubble" dir="auto">
                {reply.text}
              </p>
            )}
            <PhotoStrip photos={reply.photos} />
            <p className="held-deeds">
              <span className={reply.failed ? "fault" : "quiet"}>{standingOf(reply)}</span>
              {reply.state === "failed" && (
                <button type="button" className="link" onClick={() => outgoing.sendNow(reply.key)}>
                  {words.again}
                </button>
              )}
              {reply.state !== "sending" && (
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    outgoing.takeBack(reply.key);
                    onTakeBack(reply);
                  }}
                >
                  {words.takeBack}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );

  function standingOf({ state, failed }: HeldReply): string {
    if (state === "held") return words.sendsSoon;
    if (failed === null) return words.toSend;
    if ("faults" in failed) return faultText(ticketWords, failed.faults[0]);
    return fill("{why} {kept}", { why: common.failures[failed.failure.code].why, kept: ticketWords.keptDraft });
  }
}
