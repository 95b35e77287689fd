import type { AskStaff } from "../api/askAsStaff";
import { ReviewPublish } from "../generated/ReviewPublish";
import { ReviewReject } from "../generated/ReviewReject";
import { ReviewReopen } from "../generated/ReviewReopen";
import type { ReviewRejectReason, ReviewRowFragment } from "../generated/Reviews";
import { outcomeOf } from "../staff/outcome";

/** The state that a review is to come to; to reject one takes a reason. */
export type Decision =
  | { readonly to: "PENDING" | "PUBLISHED" }
  | { readonly to: "REJECTED"; readonly reason: ReviewRejectReason };

export async function decide(ask: AskStaff, id: string, decision: Decision) {
  switch (decision.to) {
    case "PUBLISHED":
      return outcomeOf(await ask(ReviewPublish, { id }), (data) => data.reviewPublish);
    case "REJECTED":
      return outcomeOf(await ask(ReviewReject, { id, reason: decision.reason }), (data) => data.reviewReject);
    case "PENDING":
      return outcomeOf(await ask(ReviewReopen, { id }), (data) => data.reviewReopen);
  }
}

/** The decision that brings a review back to where it stands now. */
export function backTo({ state, rejectReason }: Pick<ReviewRowFragment, "state" | "rejectReason">): Decision {
  if (state === "REJECTED" && rejectReason !== null) return { to: state, reason: rejectReason };
  return { to: state === "PUBLISHED" ? state : "PENDING" };
}
