import { Button } from "@saleor/macaw-ui";
import { useRef, useState } from "react";
import type { ReviewState } from "../generated/Reviews";
import { useReviewWords } from "../words/reviews/useReviewWords";
import type { Decision } from "./decide";
import { RejectReasons } from "./RejectReasons";

interface ReviewDeedsProps {
  /** The element that says which review it is. */
  readonly about: string;
  readonly state: ReviewState;
  readonly busy: boolean;
  readonly onDecide: (decision: Decision) => void;
}

/** What can be decided about a review that stands so. */
export function ReviewDeeds({ about, state, busy, onDecide }: ReviewDeedsProps) {
  const words = useReviewWords();
  const [doing, setDoing] = useState<Decision["to"] | null>(null);
  const [rejecting, setRejecting] = useState(false);
  const rejectButton = useRef<HTMLButtonElement>(null);
  const press = (decision: Decision) => {
    setDoing(decision.to);
    onDecide(decision);
  };
  const textOf = (to: Decision["to"], text: string) => (busy && doing === to ? words.doing[to] : text);
  if (state !== "PENDING") {
    return (
      <div className="review-deeds">
        <Button
          type="button"
          variant="secondary"
          aria-describedby={about}
          aria-disabled={busy}
          onClick={() => press({ to: "PENDING" })}
        >
          {textOf("PENDING", state === "PUBLISHED" ? words.unpublish : words.reopen)}
        </Button>
      </div>
    );
  }
  return (
    <>
      <div className="review-deeds">
        <Button type="button" aria-describedby={about} aria-disabled={busy} onClick={() => press({ to: "PUBLISHED" })}>
          {textOf("PUBLISHED", words.publish)}
        </Button>
        <Button
          ref={rejectButton}
          type="button"
          variant="secondary"
          aria-disabled={busy}
          aria-describedby={about}
          aria-expanded={rejecting}
          onClick={() => setRejecting(!rejecting)}
        >
          {textOf("REJECTED", words.reject)}
        </Button>
      </div>
      {rejecting && (
        <RejectReasons
          busy={busy}
          onReason={(reason) => press({ to: "REJECTED", reason })}
          onLeave={() => {
            setRejecting(false);
            rejectButton.current?.focus();
          }}
        />
      )}
    </>
  );
}
