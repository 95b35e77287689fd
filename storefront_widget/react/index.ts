export { type Delivery, DeliveryLine, type DeliveryLineProps, type DeliveryOption } from "./DeliveryLine.js";
export type { Widget } from "./loadWidget.js";
