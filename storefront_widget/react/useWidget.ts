import { useEffect } from "react";
import { loadWidget, type Widget } from "./loadWidget.js";

/** The script is on the page, once, from when the component is there. */
export function useWidget({ src, store, channel, locale }: Widget): void {
  useEffect(() => loadWidget({ src, store, channel, locale }), [src, store, channel, locale]);
}

/** Hears `saleor-support:NAME` of the element that it is given to as `ref`. */
export function useHearing<Detail>(
  name: string,
  listener: ((detail: Detail) => void) | undefined,
  element: { readonly current: HTMLElement | null },
): void {
  useEffect(() => {
    const host = element.current;
    if (!host || !listener) return;
    const hear = (event: Event) => listener((event as CustomEvent<Detail>).detail);
    host.addEventListener(`saleor-support:${name}`, hear);
    return () => host.removeEventListener(`saleor-support:${name}`, hear);
  }, [name, listener, element]);
}
