/** What the script tag carries. */
export interface Widget {
  /** Address of widget.js on your Saleor Support service. */
  readonly src: string;
  readonly store: string;
  readonly channel: string;
  /** The page's `lang` when it is left out. */
  readonly locale?: string | undefined;
}

/** Put the script on the page, unless it is there. */
export function loadWidget({ src, store, channel, locale }: Widget): void {
  const address = new URL(src, document.baseURI).href;
  if (Array.from(document.scripts).some((script) => script.src === address)) return;
  const script = document.createElement("script");
  script.async = true;
  script.dataset.store = store;
  script.dataset.channel = channel;
  if (locale) script.dataset.locale = locale;
  script.src = address;
  document.head.append(script);
}
