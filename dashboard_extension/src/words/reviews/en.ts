import type { Counted } from "../en";

/** The page where staff decide which reviews are shown. */
export const en = {
  title: "Reviews",
  intro: "What buyers said about what they received. What you publish stands on the product’s page.",
  filter: "Which reviews",
  states: { PENDING: "Pending", PUBLISHED: "Published", REJECTED: "Rejected" },
  found: { one: "{n} review", other: "{n} reviews" } as Counted,
  more: "Show more",
  empty: {
    PENDING: {
      what: "No review waits for you",
      why: "A new one comes here some time after a parcel was marked as delivered.",
    },
    PUBLISHED: { what: "Nothing is published yet", why: "What you publish under “Pending” is listed here." },
    REJECTED: { what: "Nothing was rejected", why: "What you do not publish is listed here, with the reason." },
  },

  stars: "{n} of 5 stars",
  noWords: "Stars only, without words.",
  anonymous: "Without a name",
  noProduct: "A product that is no longer in the order",
  order: "Order #{number}",
  decided: "{who}, {when}",

  publish: "Publish",
  reject: "Reject",
  unpublish: "Take off the page",
  reopen: "Decide again",
  /** By the state that a review comes to. */
  doing: { PENDING: "Taking back…", PUBLISHED: "Publishing…", REJECTED: "Rejecting…" },
  done: {
    PENDING: "The review waits for a decision again.",
    PUBLISHED: "The review is published.",
    REJECTED: "The review is rejected.",
  },
  cancel: "Cancel",
  reason: "Why is it not shown?",
  reasonHint: "How many stars it gives is no reason.",
  reasons: {
    SPAM: "Advertising or spam",
    OFFENSIVE: "Insulting or unlawful",
    PERSONAL_DATA: "Personal data",
    NOT_ABOUT_THE_PRODUCT: "Not about the product",
  },

  failed: "That did not work",
  faults: { NOT_FOUND: "This review is not here any more.", INVALID: "This cannot be done." },
};

export type ReviewWords = typeof en;
