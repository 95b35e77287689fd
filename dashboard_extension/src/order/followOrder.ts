import type { Answer, Ask } from "../api/ask";
import type { Dashboard, Session } from "../dashboard/dashboard";
import { OrderCard, type OrderCardQuery } from "../generated/OrderCard";
import { createStore, type Watched } from "../store";
import { afterAnswer, type OrderView, whileAsking } from "./orderView";

export const HANDSHAKE_WAIT_MS = 10_000;
export const TOKEN_WAIT_MS = 10_000;

export interface FollowedOrder extends Watched<OrderView> {
  /** Ask again; nothing while a question is under way or nobody is signed in. */
  refresh(): void;
}

interface Following {
  readonly orderId: string | null;
  /** Whether another page frames this one. */
  readonly framed: boolean;
  readonly dashboard: Dashboard;
  readonly ask: Ask;
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
    const answer = await askWithFreshToken({ orderId: orderId ?? "", dashboard, ask, token: session.token });
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

interface Question extends Pick<Following, "dashboard" | "ask"> {
  readonly orderId: string;
  readonly token: string;
}

/** Tokens live five minutes and Dashboard renews them; one refused question is asked once more with the next token. */
async function askWithFreshToken({ orderId, dashboard, ask, token }: Question): Promise<Answer<OrderCardQuery>> {
  const answer = await ask(OrderCard, { id: orderId }, token);
  if (!("failure" in answer) || answer.failure.code !== "UNAUTHENTICATED") return answer;
  const fresh = await dashboard.nextToken(token, TOKEN_WAIT_MS);
  return fresh === null ? answer : ask(OrderCard, { id: orderId }, fresh);
}
