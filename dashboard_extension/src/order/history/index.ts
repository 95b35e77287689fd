import "./history.css";

/** What happened to the order, in a file of its own. */
export { History } from "./History";
