export { ParcelSteps } from "./ParcelSteps";
export { PromiseMade } from "./PromiseMade";
