// AppBridge as Saleor Dashboard speaks it with the frame of an app's extension.

import { open } from "./frames.js";

const REFRESH_BEFORE_EXPIRY_SECONDS = 30;
const TALLEST = 5000;
// What the Dashboard does for a frame that it posted to; the rest it does only for frames opened by their address.
const DONE_FOR_POSTED = ["widgetResize"];

/** Seconds until a token dies; never for an empty one. */
function secondsLeft(token) {
  if (!token) {
    return Infinity;
  }
  const claims = JSON.parse(atob(token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/")));
  return claims.exp - Date.now() / 1000;
}

export class Bridge {
  constructor({ data, extension, page, parameters = data.parameters }) {
    this.data = data;
    this.extension = extension;
    this.page = page;
    this.token = extension.token;
    this.origin = new URL(extension.url).origin;
    this.posted = extension.method === "POST";
    this.frame = open({ data, extension, parameters, theme: page.theme });
    this.frame.addEventListener("load", () => this.#greet());
    this.listener = (event) => this.#receive(event);
    window.addEventListener("message", this.listener);
    // A popup's token is never refreshed in the Dashboard.
    if (extension.target !== "POPUP") {
      this.#refreshLater();
    }
  }

  close() {
    window.removeEventListener("message", this.listener);
    clearTimeout(this.timer);
    this.frame.remove();
  }

  sendTheme() {
    if (!this.posted) {
      this.#send("theme", { theme: this.page.theme });
    }
  }

  #greet() {
    if (this.posted) {
      return;
    }
    this.#handshake();
    this.#send("localeChanged", { locale: this.data.locale });
    this.sendTheme();
    this.#send("redirect", { path: this.data.path });
  }

  #handshake() {
    this.#send("handshake", {
      token: this.token,
      version: 1,
      // The real one leaves it empty for widgets.
      saleorVersion: this.extension.target === "WIDGET" ? "" : this.data.saleorVersion,
      dashboardVersion: this.data.dashboardVersion,
    });
  }

  #send(type, payload) {
    this.frame.contentWindow?.postMessage({ type, payload }, this.origin);
  }

  /** As in the Dashboard only the origin is looked at, so that frames of one app hear each other. */
  #receive(event) {
    const { type, payload } = event.data ?? {};
    if (event.origin !== this.origin || !type || !payload?.actionId) {
      return;
    }
    const act = this.posted && !DONE_FOR_POSTED.includes(type) ? null : this.#acts[type];
    if (!act) {
      console.warn(`the Dashboard does not know the action ${type}`);
      return; // and gives no answer
    }
    const ok = act(payload) ?? true;
    this.#send("response", { actionId: payload.actionId, ok });
    if (type === "notifyReady") {
      this.#handshake();
    }
  }

  #acts = {
    notifyReady: () => true,
    notification: (payload) => this.page.showToast(payload),
    widgetResize: ({ height }) => {
      if (!(height > 0)) {
        return false;
      }
      this.page.resizeWidgets(Math.min(Math.ceil(height), TALLEST));
      return true;
    },
    refreshEntity: () => void this.page.refreshEntity(),
    openPopup: ({ extensionIdentifier, appParams }) =>
      this.page.openPopup({ extensionIdentifier, parameters: appParams ? { appParams } : {} }),
    popupClose: () => this.page.closePopup(),
    redirect: ({ to, newContext }) => this.#redirect(to, newContext),
    redirectToApp: ({ path = "" }) => this.page.goTo(`/extensions/app/${this.extension.appId}${path}`),
    updateRouting: ({ newRoute }) => this.page.showRoute(`/extensions/app/${this.extension.appId}${newRoute}`),
    requestPermissions: ({ permissions, redirectPath }) => {
      const asked = new URLSearchParams({ requestedPermissions: permissions.join(","), redirectPath });
      this.page.goTo(`/extensions/app/${this.extension.appId}/permissions?${asked}`);
    },
    // The demo's pages have no forms to fill.
    formPayloadUpdate: () => false,
  };

  #redirect(to, newContext) {
    const local = to.startsWith("/");
    if (newContext) {
      window.open(local ? `/dashboard${to}` : to, "_blank", "noopener");
      return true;
    }
    if (local) {
      this.page.closePopup();
      this.page.goTo(to);
      return true;
    }
    if (!window.confirm(this.data.words.leave)) {
      return false;
    }
    window.location.assign(to);
    return true;
  }

  #refreshLater() {
    const seconds = secondsLeft(this.token) - REFRESH_BEFORE_EXPIRY_SECONDS;
    if (seconds === Infinity) {
      return;
    }
    this.timer = setTimeout(() => this.#refresh(), Math.max(seconds, 1) * 1000);
  }

  async #refresh() {
    const answer = await fetch(this.extension.tokenUrl);
    this.token = (await answer.json()).token;
    this.#send("tokenRefresh", { token: this.token });
    this.#refreshLater();
  }
}
