import "./tickets.css";

/** What the card can be seen without, in a file of its own. */
export { Delivered } from "./Delivered";
export { OrderTickets } from "./OrderTickets";
