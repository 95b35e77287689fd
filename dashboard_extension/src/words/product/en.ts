import type { Counted } from "../en";

/** The card on a product. */
export const en = {
  title: "Product facts",
  percent: "{percent} complete",
  parts: {
    PICTURES: "Pictures",
    PICTURE_TEXTS: "Texts of the pictures",
    DESCRIPTION: "Description",
    ATTRIBUTES: "Attributes",
    MANUAL: "Manual",
    SAFETY_CONTACT: "Safety contact",
    REVIEWS: "Reviews",
  },
  advice: {
    PICTURES: "From three on a thing is seen from more than its best side.",
    PICTURE_TEXTS: "Who cannot see a picture has its text.",
    DESCRIPTION: "It says nothing yet.",
    ATTRIBUTES: "Empty: {names}",
    MANUAL: "An attribute “manual”, or metadata support.manual with its address.",
    SAFETY_CONTACT:
      "Who answers for the product’s safety: an attribute “safety-contact”, or metadata support.safety_contact.",
    REVIEWS: "Nobody has said anything yet. Review requests go out after delivery.",
  },
  some: "{done} of {wanted}",
  done: "Done",
  toDo: "To do",
  reviews: { one: "{n} review", other: "{n} reviews" } as Counted,
  average: "{stars} of 5 stars",
  lately: { one: "last 90 days: {stars} ({n} review)", other: "last 90 days: {stars} ({n} reviews)" } as Counted,
  trends: { up: "Better than before ({stars})", down: "Worse than before ({stars})", same: "As before" },
  lastBad: "What last went wrong",
  noWords: "Stars only",
  questions: { one: "{n} question waits for an answer", other: "{n} questions wait for an answer" } as Counted,
  allReviews: "To the reviews",
  allQuestions: "To the questions",
  gone: {
    what: "Saleor knows no such product",
    why: "It may have been deleted.",
    next: "Go back to the list of products.",
  },
  forbidden: {
    what: "You may not see this card",
    why: "It needs the permission “Manage products”.",
    next: "Ask an administrator of the store to add it to your group.",
  },
};

export type ProductWords = typeof en;
