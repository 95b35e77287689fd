import { AppBridge, actions } from "@saleor/app-sdk/app-bridge";
import { createStore, type Store } from "../store";
import type { Dashboard, DashboardState, Session, Theme } from "./dashboard";

type Action = Parameters<AppBridge["dispatch"]>[0];

/** Take up the AppBridge conversation with the Dashboard that frames this page. Call once per document. */
export function connectDashboard(): Dashboard {
  const state = createStore(initialState());
  const change = (part: Partial<DashboardState>) => state.set({ ...state.getState(), ...part });
  catchEmptyTokens(() => change({ session: { kind: "refused" } }));
  const bridge = new AppBridge({ autoNotifyReady: false });
  const open = ({ token }: { token: string }) => {
    // The handshake comes two or more times with the same token.
    if (token !== tokenOf(state.getState().session)) change({ session: { kind: "open", token } });
  };
  bridge.subscribe("handshake", open);
  bridge.subscribe("tokenRefresh", open);
  bridge.subscribe("theme", ({ theme }) => change({ theme: theme as Theme }));
  bridge.subscribe("localeChanged", ({ locale }) => change({ locale }));
  tell(bridge, () => actions.NotifyReady());
  return {
    ...state,
    nextToken: (old, waitMs) => nextToken(state, bridge, old, waitMs),
    reportHeight: (pixels) => tell(bridge, () => actions.WidgetResize({ height: pixels })),
  };
}

function initialState(): DashboardState {
  // Dashboard writes some parameters twice; the first of each is read.
  const query = new URL(location.href).searchParams;
  const theme = query.get("theme");
  return {
    session: { kind: "waiting" },
    theme: theme === "light" || theme === "dark" ? theme : null,
    locale: query.get("locale") ?? navigator.language,
  };
}

/** The SDK decodes a token before it looks whether there is one, and throws; so the empty one is stopped before it. */
function catchEmptyTokens(refused: () => void): void {
  const dashboard = document.referrer ? new URL(document.referrer).origin : null;
  window.addEventListener("message", (event: MessageEvent) => {
    if (event.origin !== dashboard || !carriesEmptyToken(event.data)) return;
    event.stopImmediatePropagation();
    refused();
  });
}

function carriesEmptyToken(message: { type?: string; payload?: { token?: string } } | null): boolean {
  return (message?.type === "handshake" || message?.type === "tokenRefresh") && !message.payload?.token;
}

/** Say something to Dashboard and depend on no answer: older ones give none, and without https or localhost we have no id to say it with. */
function tell(bridge: AppBridge, action: () => Action): void {
  try {
    bridge.dispatch(action()).catch(() => undefined);
  } catch {
    // The SDK needs crypto.randomUUID, which a page on plain http lacks. Dashboard greets us by itself all the same.
  }
}

function nextToken(
  state: Store<DashboardState>,
  bridge: AppBridge,
  old: string,
  waitMs: number,
): Promise<string | null> {
  return new Promise((resolve) => {
    const settle = (token: string | null) => {
      clearTimeout(timer);
      stop();
      resolve(token);
    };
    const look = () => {
      const token = tokenOf(state.getState().session);
      if (token !== null && token !== old) settle(token);
    };
    const timer = setTimeout(() => settle(null), waitMs);
    const stop = state.subscribe(look);
    tell(bridge, () => actions.NotifyReady()); // answered with a handshake, which may carry a newer token
    look();
  });
}

function tokenOf(session: Session): string | null {
  return session.kind === "open" ? session.token : null;
}
