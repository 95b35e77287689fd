/** Bring the script of shops' pages, once: it comes from our own origin, and only its element is wanted. */
export function loadWidget(storeKey: string, channel: string): void {
  if (document.querySelector("script[data-store]") !== null) return;
  const script = document.createElement("script");
  script.src = "/widget.js";
  script.async = true;
  script.dataset.store = storeKey;
  script.dataset.channel = channel;
  document.head.append(script);
}
