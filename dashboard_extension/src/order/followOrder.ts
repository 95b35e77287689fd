import type { AskStaff } from "../api/askAsStaff";
import { type Dashboard, HANDSHAKE_WAIT_MS, type Session } from "../dashboard/dashboard";
import { OrderCard } from "../generated/OrderCard";
import { createStore, type Watched } from "../store";
import { afterAnswer, type OrderView, whileAsking } from "./orderView";

export interface FollowedOrder extends Watched<OrderView> {
  /** Ask again; nothing while a question is under way or nobody is signed in. */
  refresh(): void;
}

interface Following {
  readonly orderId: string | null;
  /** Whether another page frames this one. */
  readonly framed: boolean;
  readonly dashboard: Dashboard;
  readonly ask: AskStaff;
}

/** Load the order once Dashboard has said who is looking, and again when asked to. */
export function followOrder({ orderId, framed, dashboard, ask }: Following): FollowedOrder {
  const alone = orderId === null || !framed;
  const view = createStore<OrderView>({ kind: alone ? "outside" : "waiting" });
  if (alone) return { ...view, refresh: () => undefined };
  let lastSession: Session | null = null;
  let asking = false;

  async function refresh(): Promise<void> {
    const { session } = dashboard.getState();
    if (asking || session.kind !== "open") return;
    asking = true;
    view.set(whileAsking(view.getState()));
    const answer = await ask(OrderCard, { id: orderId ?? "" });
    asking = false;
    if (dashboard.getState().session.kind === "open") view.set(afterAnswer(view.getState(), answer));
  }

  function meetSession(): void {
    const { session } = dashboard.getState();
    if (session === lastSession) return; // theme or language changed
    lastSession = session;
    if (session.kind === "refused") view.set({ kind: "forbidden" });
    if (session.kind === "open" && hopesForToken(view.getState())) refresh();
  }

  dashboard.subscribe(meetSession);
  meetSession();
  setTimeout(() => view.getState().kind === "waiting" && view.set({ kind: "outside" }), HANDSHAKE_WAIT_MS);
  return { ...view, refresh };
}

/** Whether a new token may show more than what is shown; a token that only replaces an expiring one does not. */
function hopesForToken(view: OrderView): boolean {
  if (view.kind === "shown" || view.kind === "failing") return view.failure?.code === "UNAUTHENTICATED";
  return view.kind !== "unknown" && view.kind !== "loading";
}
