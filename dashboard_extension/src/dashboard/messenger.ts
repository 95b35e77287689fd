/** What Dashboard says by itself. */
interface News {
  readonly handshake: { readonly token: string };
  readonly tokenRefresh: { readonly token: string };
  readonly theme: { readonly theme: string };
  readonly localeChanged: { readonly locale: string };
}

type Listeners = { readonly [Type in keyof News]: (payload: News[Type]) => void };

/** What can be asked of Dashboard. */
type Deed =
  | "notifyReady"
  | "notification"
  | "openPopup"
  | "popupClose"
  | "redirect"
  | "refreshEntity"
  | "requestPermissions"
  | "updateRouting"
  | "widgetResize";

export interface Messenger {
  /**
   * Ask something of Dashboard; says whether it did it. Older ones do not answer everything: after `waitMs` it did not.
   */
  tell(type: Deed, payload?: object, waitMs?: number): Promise<boolean>;
}

const ANSWER_MS = 10_000;

/**
 * Dashboard's AppBridge, version 1, as it goes over the wire. Saleor's own SDK for it weighs eight times as much, needs
 * https, and stops at the empty token by which Dashboard says "no permission".
 */
export function createMessenger(listeners: Listeners): Messenger {
  const dashboard = document.referrer ? new URL(document.referrer).origin : null;
  const waiting = new Map<string, (ok: boolean) => void>();
  window.addEventListener("message", ({ origin, data }: MessageEvent) => {
    if (origin !== dashboard || typeof data?.payload !== "object" || data.payload === null) return;
    const { type, payload } = data;
    if (type === "response") waiting.get(payload.actionId)?.(payload.ok !== false);
    else if (Object.hasOwn(listeners, type)) listeners[type as keyof Listeners](payload);
  });
  return {
    tell: (type, payload, waitMs = ANSWER_MS) =>
      new Promise((resolve) => {
        const actionId = newId();
        const settle = (ok: boolean) => {
          clearTimeout(timer);
          waiting.delete(actionId);
          resolve(ok);
        };
        const timer = setTimeout(() => settle(false), waitMs);
        waiting.set(actionId, settle);
        // To any origin: there is nothing secret in it, and without a referrer we know none.
        window.parent.postMessage({ type, payload: { ...payload, actionId } }, "*");
      }),
  };
}

/** Not `randomUUID`, which a page on plain http lacks. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
