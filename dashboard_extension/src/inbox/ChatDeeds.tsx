import { useState } from "react";
import { useDeskWords } from "../words/desk/useDeskWords";
import type { ChatStanding } from "./chatStanding";
import { HandOver } from "./HandOver";
import { useKey } from "./KeysContext";
import type { Ticket } from "./loadThread";
import { Menu } from "./Menu";
import { useChatDeeds } from "./useChatDeeds";

interface ChatDeedsProps {
  readonly ticket: Ticket;
  readonly standing: ChatStanding;
  readonly onChange: () => void;
  readonly onNext: () => void;
}

/** What can be done with a chat that goes on. Its place to be taken is where the answer would be written. */
export function ChatDeeds({ ticket, standing, onChange, onNext }: ChatDeedsProps) {
  const words = useDeskWords();
  const deeds = useChatDeeds(ticket.conversationId, onChange);
  const [reason, setReason] = useState("");
  const isSeated = standing !== "waiting";
  const end = async (keepOpen: boolean) => isSeated && (await deeds.end(keepOpen));
  useKey("close", () => end(false));
  useKey("closeAndNext", async () => {
    if (await end(false)) onNext();
  });
  return (
    <div className="deeds">
      {isSeated && (
        <>
          <HandOver chat={ticket.chat} onHand={deeds.handTo} />
          {standing === "mine" && (
            <button
              type="button"
              className="button secondary"
              title={words.putBackNote}
              aria-disabled={deeds.busy}
              onClick={deeds.putBack}
            >
              {words.putBack}
            </button>
          )}
          <button
            type="button"
            className="button secondary"
            aria-disabled={deeds.busy}
            onClick={() => deeds.end(false)}
          >
            {words.end}
          </button>
        </>
      )}
      <Menu label={words.otherDeeds}>
        {(close) => (
          <>
            {isSeated && (
              <button type="button" className="menu-item" onClick={() => deeds.end(true).then(close)}>
                {words.endAndKeep}
              </button>
            )}
            <form
              className="menu-form"
              onSubmit={(event) => {
                event.preventDefault();
                deeds.block(reason.trim()).then(close);
              }}
            >
              <p className="name">{words.block}</p>
              <p className="quiet">{words.blockWhy}</p>
              <label>
                {words.blockReason}
                <input
                  type="text"
                  required
                  value={reason}
                  maxLength={200}
                  onChange={(event) => setReason(event.target.value)}
                />
              </label>
              <button type="submit" className="button secondary">
                {words.blockNow}
              </button>
            </form>
          </>
        )}
      </Menu>
    </div>
  );
}
