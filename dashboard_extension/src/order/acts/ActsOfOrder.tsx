import { ActsPart } from "../../acts/ActsPart";
import { OrderForActs } from "../../generated/OrderForActs";
import { loadOf, useLoaded } from "../../staff/useLoaded";

const load = loadOf(OrderForActs);
const nothing = () => undefined;

/** What staff may do for the order's buyer, and what they did. */
export function ActsOfOrder({ orderId }: { readonly orderId: string }) {
  const { loaded } = useLoaded(load, { id: orderId });
  if (loaded.kind !== "shown" || loaded.data.order === null) return null;
  return <ActsPart order={loaded.data.order} ticket={null} reason="" proposal={null} onProposalGone={nothing} />;
}
