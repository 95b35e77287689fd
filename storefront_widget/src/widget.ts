import { takeCalls } from "./calls";
import { ELEMENTS } from "./elements";
import { Page } from "./page";
import { shellOf } from "./shell";

/** Define the elements and take the page's calls. A second script tag changes nothing. */
export function start(script: HTMLScriptElement | null): void {
  // Without such sheets a strict page would have the elements unstyled: older browsers have none at all.
  if (!script?.src || customElements.get("support-chat") || !("adoptedStyleSheets" in document)) return;
  const page = new Page(script);
  if (!page.store) console.warn("SaleorSupport: no data-store");
  for (const element of ELEMENTS) customElements.define(element.name, shellOf(element, page));
  takeCalls(page);
  if ("launcher" in script.dataset) onceParsed(placeLauncher);
  page.tell("ready", null);
}

/** The launcher for a page that has none of its own. */
export function placeLauncher(): void {
  if (!document.querySelector("support-chat")) document.body.append(document.createElement("support-chat"));
}

function onceParsed(call: () => void): void {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", call, { once: true });
  else call();
}

// Async and classic, so that it also runs where modules are held back, and knows its own tag. Injected as a module by
// some tag managers, it does not; then the tag is found by what it carries.
const own = document.currentScript ?? document.querySelector("script[data-store][src]");
try {
  start(own as HTMLScriptElement | null);
} catch {
  // A shop's page must not learn of our faults: its elements stay empty.
}
