import type { AskStaff } from "../api/askAsStaff";
import type { ReviewRejectReason, ReviewRowFragment } from "../generated/Reviews";
import { ReviewsPublish } from "../generated/ReviewsPublish";
import { ReviewsReject } from "../generated/ReviewsReject";
import { ReviewsReopen } from "../generated/ReviewsReopen";
import { outcomeOf } from "../staff/outcome";

/** The state that reviews are to come to; to reject takes a reason. */
export type Decision =
  | { readonly to: "PENDING" | "PUBLISHED" }
  | { readonly to: "REJECTED"; readonly reason: ReviewRejectReason };

/** Decide about reviews, all of them or none. */
export async function decide(ask: AskStaff, ids: readonly string[], decision: Decision) {
  switch (decision.to) {
    case "PUBLISHED":
      return outcomeOf(await ask(ReviewsPublish, { ids }), (data) => data.reviewsPublish);
    case "REJECTED":
      return outcomeOf(await ask(ReviewsReject, { ids, reason: decision.reason }), (data) => data.reviewsReject);
    case "PENDING":
      return outcomeOf(await ask(ReviewsReopen, { ids }), (data) => data.reviewsReopen);
  }
}

type Standing = Pick<ReviewRowFragment, "id" | "state" | "rejectReason">;

/** The decisions that bring reviews back to where they stand now: one for all that stand alike. */
export function backTo(reviews: readonly Standing[]): (readonly [ids: string[], decision: Decision])[] {
  const alike = new Map<string, [string[], Decision]>();
  for (const review of reviews) {
    const decision = decisionOf(review);
    const known = alike.get(JSON.stringify(decision));
    if (known) known[0].push(review.id);
    else alike.set(JSON.stringify(decision), [[review.id], decision]);
  }
  return [...alike.values()];
}

function decisionOf({ state, rejectReason }: Standing): Decision {
  if (state === "REJECTED" && rejectReason !== null) return { to: state, reason: rejectReason };
  return { to: state === "PUBLISHED" ? state : "PENDING" };
}
