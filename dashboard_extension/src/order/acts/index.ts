import "./actsCard.css";

/** What can be done about the order, in a file of its own. */
export { ActsOfOrder } from "./ActsOfOrder";
