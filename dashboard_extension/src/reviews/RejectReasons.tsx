import { Button } from "@saleor/macaw-ui";
import type { ReviewRejectReason } from "../generated/Reviews";
import { useReviewWords } from "../words/reviews/useReviewWords";

const REASONS: readonly ReviewRejectReason[] = ["SPAM", "OFFENSIVE", "PERSONAL_DATA", "NOT_ABOUT_THE_PRODUCT"];

interface RejectReasonsProps {
  readonly busy: boolean;
  readonly onReason: (reason: ReviewRejectReason) => void;
  readonly onLeave: () => void;
}

/** Each reason is a button that rejects for it. */
export function RejectReasons({ busy, onReason, onLeave }: RejectReasonsProps) {
  const words = useReviewWords();
  return (
    <fieldset className="reasons" onKeyDown={(event) => event.key === "Escape" && onLeave()}>
      <legend>{words.reason}</legend>
      <p className="quiet">{words.reasonHint}</p>
      <div className="review-deeds">
        {REASONS.map((reason, index) => (
          <Button
            key={reason}
            type="button"
            variant="secondary"
            size="small"
            // The reader has just pressed the button that opened these.
            autoFocus={index === 0}
            aria-disabled={busy}
            onClick={() => onReason(reason)}
          >
            {words.reasons[reason]}
          </Button>
        ))}
        <button type="button" className="link" onClick={onLeave}>
          {words.cancel}
        </button>
      </div>
    </fieldset>
  );
}
