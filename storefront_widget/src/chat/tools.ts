import type { About } from "./about";
import type { Way } from "./shop";

interface Foreign {
  $crisp?: { push(call: readonly unknown[]): void } | readonly unknown[][];
  CRISP_WEBSITE_ID?: string;
  chatwootSettings?: object;
  chatwootSDK?: { run(settings: object): void };
  $chatwoot?: { setCustomAttributes(values: object): void; toggle(wish: "open"): void };
}

const PATIENCE_MS = 15_000;

/** Tools of other makers: fetched by the tap that opens them, and told what the shopper's page is about. */
const TOOLS: Readonly<Record<string, (way: Way, about: About | null) => Promise<void>>> = {
  async chatwoot({ url, token }, about) {
    const foreign = window as Foreign;
    if (!foreign.$chatwoot) {
      foreign.chatwootSettings = { hideMessageBubble: true };
      const ready = new Promise((done) => addEventListener("chatwoot:ready", done, { once: true }));
      await fetchScript(`${url}/packs/js/sdk.js`);
      foreign.chatwootSDK?.run({ websiteToken: token, baseUrl: url });
      await soon(ready);
    }
    if (about) foreign.$chatwoot?.setCustomAttributes({ ...about });
    foreign.$chatwoot?.toggle("open");
  },
  async crisp({ url, token }, about) {
    const foreign = window as Foreign;
    foreign.$crisp ??= [];
    // A queue until the tool is there, and the tool from then on.
    const crisp = foreign.$crisp as unknown[][];
    if (about) crisp.push(["set", "session:data", [Object.entries(about)]]);
    crisp.push(["do", "chat:open"]);
    if (foreign.CRISP_WEBSITE_ID) return;
    foreign.CRISP_WEBSITE_ID = token;
    await fetchScript(`${url}/l.js`).catch((failed) => {
      delete foreign.CRISP_WEBSITE_ID;
      throw failed;
    });
  },
};

/** Open a tool; rejects where it does not come. Only after the shopper agreed that it may. */
export function openTool(way: Way, about: About | null): Promise<void> {
  return TOOLS[way.kind]?.(way, about) ?? Promise.resolve();
}

function fetchScript(address: string): Promise<unknown> {
  const script = document.createElement("script");
  const there = new Promise((done, fail) => {
    script.addEventListener("load", done);
    script.addEventListener("error", () => {
      script.remove(); // so that the next tap tries again
      fail(new Error(address));
    });
  });
  script.async = true;
  script.src = address;
  document.head.append(script);
  return soon(there);
}

function soon<Made>(made: Promise<Made>): Promise<Made> {
  const late = new Promise<never>((_, fail) => setTimeout(() => fail(new Error("too late")), PATIENCE_MS));
  return Promise.race([made, late]);
}
