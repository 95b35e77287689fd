export { Chat, type ChatMessage, type ChatProps } from "./Chat.js";
export { type Delivery, DeliveryLine, type DeliveryLineProps, type DeliveryPromise } from "./DeliveryLine.js";
export type { DeliveryFacts, DeliveryOption, Money } from "./facts.js";
export type { Widget } from "./loadWidget.js";
export { Reviews, type ReviewsProps, type ReviewsSummary } from "./Reviews.js";
