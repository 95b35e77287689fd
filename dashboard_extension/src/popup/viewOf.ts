/** What a popup shows: what it was opened with by a card, or the order of the page on which it was chosen in a menu. */
export type View =
  | { readonly kind: "ticket"; readonly ticketId: string }
  | { readonly kind: "new"; readonly orderId: string }
  | { readonly kind: "nothing" };

export function viewOf(params: Readonly<Record<string, string>>, pageOrder: string | null): View {
  if (params.view === "ticket" && params.ticketId) return { kind: "ticket", ticketId: params.ticketId };
  const orderId = params.orderId ?? pageOrder;
  return orderId ? { kind: "new", orderId } : { kind: "nothing" };
}
