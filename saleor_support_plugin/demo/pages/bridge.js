// AppBridge as Saleor Dashboard speaks it with the frame of an app's extension.

const REFRESH_BEFORE_EXPIRY_SECONDS = 30;
const TALLEST = 5000;

/** Seconds until a token dies; never for an empty one. */
function secondsLeft(token) {
  if (!token) {
    return Infinity;
  }
  const claims = JSON.parse(atob(token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/")));
  return claims.exp - Date.now() / 1000;
}

export class Bridge {
  constructor({ data, extension, page, parameters = { orderId: data.orderId } }) {
    this.data = data;
    this.extension = extension;
    this.page = page;
    this.token = extension.token;
    this.origin = new URL(extension.url).origin;
    this.frame = this.#frame(parameters);
    this.listener = (event) => this.#receive(event);
    window.addEventListener("message", this.listener);
    // A popup's token is never refreshed in the Dashboard.
    if (extension.target === "WIDGET") {
      this.#refreshLater();
    }
  }

  close() {
    window.removeEventListener("message", this.listener);
    clearTimeout(this.timer);
    this.frame.remove();
  }

  sendTheme() {
    this.#send("theme", { theme: this.page.theme });
  }

  #frame(parameters) {
    const frame = document.createElement("iframe");
    frame.title = this.extension.label;
    frame.setAttribute("sandbox", "allow-same-origin allow-forms allow-scripts allow-downloads allow-popups");
    frame.addEventListener("load", () => this.#greet());
    frame.src = this.#address(parameters);
    return frame;
  }

  /** The Dashboard gives a widget the first three twice, a popup once. */
  #address(parameters) {
    const first = [
      ["domain", this.data.domain],
      ["saleorApiUrl", this.data.saleorApiUrl],
      ["id", this.data.appId],
    ];
    const twice = this.extension.target === "WIDGET" ? [...first, ...first] : first;
    const query = new URLSearchParams([...twice, ...Object.entries(parameters), ["theme", this.page.theme]]);
    return `${this.extension.url}${this.extension.url.includes("?") ? "&" : "?"}${query}`;
  }

  #greet() {
    this.#handshake();
    this.#send("localeChanged", { locale: this.data.locale });
    this.sendTheme();
    this.#send("redirect", { path: `/orders/${this.data.orderId}` });
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
    const act = this.#acts[type];
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
    refreshEntity: () => void this.page.refreshOrder(),
    openPopup: ({ extensionIdentifier, appParams }) =>
      this.page.openPopup({ extensionIdentifier, parameters: appParams ? { appParams } : {} }),
    popupClose: () => this.page.closePopup(),
    redirect: ({ to, newContext }) => this.#redirect(to, newContext),
    redirectToApp: () => true,
    updateRouting: () => true,
    // The demo's apps have all they asked for, and its order page has no form to fill.
    requestPermissions: () => false,
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
