import { remember, remembered } from "../remembered";
import { createStore } from "../store";
import type { Dashboard, DashboardState, Session, Theme } from "./dashboard";
import { createMessenger, type Messenger } from "./messenger";

/** Somebody has pressed a button and sees nothing: a Dashboard that can does it at once. */
const POPUP_MS = 1500;

/**
 * Dashboard says its locale by an event and nowhere else, and to a frame that it loads twice only the first time: the address
 * changes when its theme comes. What was heard is kept for the next document, which then also begins in that language.
 */
const LOCALE = "saleor-support:locale";

/** Take up the AppBridge conversation with the Dashboard that frames this page. Call once per document. */
export function connectDashboard(): Dashboard {
  const state = createStore(initialState());
  const change = (part: Partial<DashboardState>) => state.set({ ...state.getState(), ...part });
  const open = ({ token }: { token: string }) => {
    // The handshake comes two or more times with the same token.
    if (!token) change({ session: { kind: "refused" } });
    else if (token !== tokenOf(state.getState().session)) change({ session: { kind: "open", token } });
  };
  const messenger = createMessenger({
    handshake: open,
    tokenRefresh: open,
    theme: ({ theme }) => change({ theme: theme === "dark" ? "dark" : "light" }),
    localeChanged: ({ locale }) => {
      remember(LOCALE, locale);
      change({ locale });
    },
  });
  const greet = () => void messenger.tell("notifyReady");
  greet();
  return { ...state, ...deeds(messenger), nextToken: (old, waitMs) => nextToken({ state, greet, old, waitMs }) };
}

type Deeds = Omit<Dashboard, "getState" | "subscribe" | "nextToken">;

function deeds({ tell }: Messenger): Deeds {
  const open = (path: string) => void tell("redirect", { to: path });
  return {
    open,
    // Where Dashboard shows an app since it speaks of extensions.
    openOurs: (path) => open(`/extensions/app/${encodeURIComponent(parameter("id") ?? "")}${path}`),
    reportHeight: (height) => void tell("widgetResize", { height }),
    toast: (status, title, text) => void tell("notification", { status, title, text }),
    showPath: async (newRoute) => void (await tell("updateRouting", { newRoute })),
    refreshEntity: () => void tell("refreshEntity"),
    openPopup: (extensionIdentifier, params) =>
      tell("openPopup", { extensionIdentifier, appParams: encoded(params) }, POPUP_MS),
    closePopup: () => void tell("popupClose"),
    // Dashboard wants the path without its first slash.
    requestPermissions: (permissions, path) =>
      void tell("requestPermissions", { permissions, redirectPath: path.slice(1) }),
  };
}

function encoded(params: Readonly<Record<string, string>>): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(params))));
}

function initialState(): DashboardState {
  const theme = parameter("theme");
  return {
    session: { kind: "waiting" },
    theme: theme === "light" || theme === "dark" ? (theme satisfies Theme) : null,
    locale: parameter("locale") ?? remembered(LOCALE) ?? navigator.language,
  };
}

/** Dashboard writes some parameters twice; the first of each is read. */
function parameter(name: string): string | null {
  return new URL(location.href).searchParams.get(name);
}

interface Waiting {
  readonly state: Pick<Dashboard, "getState" | "subscribe">;
  readonly greet: () => void;
  readonly old: string;
  readonly waitMs: number;
}

function nextToken({ state, greet, old, waitMs }: Waiting): Promise<string | null> {
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
    greet(); // answered with a handshake, which may carry a newer token
    look();
  });
}

function tokenOf(session: Session): string | null {
  return session.kind === "open" ? session.token : null;
}
