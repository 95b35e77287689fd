export {
  Chat,
  type ChatAbout,
  type ChatCart,
  type ChatMessage,
  type ChatProps,
  type ChatRaise,
  type Identity,
} from "./Chat.js";
export { Contact, type ContactProps } from "./Contact.js";
export { type Checkout, track } from "./calls.js";
export { type Delivery, DeliveryLine, type DeliveryLineProps, type DeliveryPromise } from "./DeliveryLine.js";
export type { DeliveryFacts, DeliveryOption, Money, ReviewFacts, ReviewsFacts } from "./facts.js";
export type { Widget } from "./loadWidget.js";
export { Questions, type QuestionsProps, type QuestionsSummary } from "./Questions.js";
export { Reviews, type ReviewsProps, type ReviewsSummary } from "./Reviews.js";
