import { Button } from "@saleor/macaw-ui";
import { useRef, useState } from "react";
import type { ReviewRowFragment, ReviewState } from "../generated/Reviews";
import { Check } from "../settings/Check";
import { useStaff } from "../staff/StaffContext";
import { faultText, useSender } from "../staff/useSender";
import { useReviewWords } from "../words/reviews/useReviewWords";
import { useLanguage } from "../words/useLanguage";
import { type Decision, decide } from "./decide";
import { RejectReasons } from "./RejectReasons";

interface BatchBarProps {
  readonly state: ReviewState;
  readonly rows: readonly ReviewRowFragment[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly onDecided: (reviews: readonly ReviewRowFragment[], decision: Decision) => void;
}

/** What can be decided about the chosen reviews at once: those that were read and ticked, never "all with five stars". */
export function BatchBar({ state, rows, chosen, onChoose, onDecided }: BatchBarProps) {
  const words = useReviewWords();
  const { words: common, count } = useLanguage();
  const { ask } = useStaff();
  const sender = useSender(words);
  const [rejecting, setRejecting] = useState(false);
  const rejectButton = useRef<HTMLButtonElement>(null);
  const reviews = rows.filter(({ id }) => chosen.has(id));
  const turn = async (decision: Decision) => {
    const ids = reviews.map(({ id }) => id);
    if ((await sender.send(() => decide(ask, ids, decision))) === null) return;
    setRejecting(false);
    onDecided(reviews, decision);
  };
  return (
    <fieldset className="batch">
      <legend className="only-heard">{words.batch}</legend>
      <Check
        label={reviews.length === 0 ? words.chooseAll : count(words.chosen, reviews.length)}
        checked={reviews.length === rows.length}
        onChange={(all) => onChoose(new Set(all ? rows.map(({ id }) => id) : []))}
      />
      {reviews.length > 0 && (
        <div className="review-deeds">
          {state === "PENDING" ? (
            <>
              <Button type="button" size="small" aria-disabled={sender.busy} onClick={() => turn({ to: "PUBLISHED" })}>
                {words.publishChosen}
              </Button>
              <Button
                ref={rejectButton}
                type="button"
                size="small"
                variant="secondary"
                aria-disabled={sender.busy}
                aria-expanded={rejecting}
                onClick={() => setRejecting(!rejecting)}
              >
                {words.rejectChosen}
              </Button>
            </>
          ) : (
            <Button
              type="button"
              size="small"
              variant="secondary"
              aria-disabled={sender.busy}
              onClick={() => turn({ to: "PENDING" })}
            >
              {words.reopenChosen}
            </Button>
          )}
        </div>
      )}
      {rejecting && reviews.length > 0 && (
        <RejectReasons
          busy={sender.busy}
          onReason={(reason) => turn({ to: "REJECTED", reason })}
          onLeave={() => {
            setRejecting(false);
            rejectButton.current?.focus();
          }}
        />
      )}
      {(sender.failure ?? sender.faults[0]) && (
        <p className="fault" role="alert">
          {sender.failure ? common.failures[sender.failure.code].why : faultText(words, sender.faults[0])}
        </p>
      )}
    </fieldset>
  );
}
