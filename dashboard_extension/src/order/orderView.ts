import type { Answer, Failure } from "../api/ask";
import type { OrderCardQuery } from "../generated/OrderCard";

export type Order = NonNullable<OrderCardQuery["order"]>;

/** What the frame shows. */
export type OrderView =
  | { readonly kind: "waiting" } // for Dashboard's handshake
  | { readonly kind: "outside" } // no Dashboard around, or no order named
  | { readonly kind: "forbidden" }
  | { readonly kind: "loading" }
  | { readonly kind: "unknown"; readonly asking: boolean }
  | { readonly kind: "failing"; readonly failure: Failure; readonly asking: boolean }
  | { readonly kind: "shown"; readonly order: Order; readonly asking: boolean; readonly failure: Failure | null };

/** What was on the screen stays there while we look again. */
export function whileAsking(view: OrderView): OrderView {
  switch (view.kind) {
    case "shown":
    case "failing":
    case "unknown":
      return { ...view, asking: true };
    default:
      return { kind: "loading" };
  }
}

/** An order already shown stays when the second look fails: old facts with their time beat none. */
export function afterAnswer(view: OrderView, answer: Answer<OrderCardQuery>): OrderView {
  if ("data" in answer) return found(answer.data.order);
  const { failure } = answer;
  if (failure.code === "PERMISSION_DENIED") return { kind: "forbidden" };
  if (view.kind === "shown") return { ...view, asking: false, failure };
  return { kind: "failing", failure, asking: false };
}

function found(order: Order | null): OrderView {
  return order === null ? { kind: "unknown", asking: false } : { kind: "shown", order, asking: false, failure: null };
}
