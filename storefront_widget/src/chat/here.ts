import type { Place } from "../place";
import { type About, aboutOf } from "./about";

/** What the page tells of itself beside a message, as long as the shopper leaves it in the chip. */
export interface Context {
  readonly about: About | null;
  /** Saleor's id of the shopper's checkout; empty where the page does not say. */
  readonly checkout: string;
}

/** Where the shopper is, for whoever chats with them (docs/chat-protocol.md). */
export interface Here {
  readonly url: string;
  readonly title: string;
  readonly product: string | null;
  readonly checkout: string | null;
}

/** A page on which something does not work. */
export interface Site {
  readonly url: string;
  readonly browser: string;
  /** Width and height in CSS pixels, as `390x844`. */
  readonly window: string;
}

let chosen: { readonly about: About; readonly on: string } | null = null;

/** What the shopper wants to ask about instead of what the page is about, until they go to another. */
export function askAbout(about: About): void {
  chosen = { about, on: location.href };
}

/** Null on a page that says nothing of itself. */
export function contextOf(place: Place): Context | null {
  const about = chosen?.on === location.href ? chosen.about : aboutOf(place);
  const checkout = place.host.getAttribute("checkout") ?? "";
  return about || checkout ? { about, checkout } : null;
}

export function siteNow(): Site {
  return { url: pageUrl(), browser: navigator.userAgent, window: `${innerWidth}x${innerHeight}` };
}

/** Without what stands behind the path: it may be a search, or somebody's token. */
function pageUrl(): string {
  return location.origin + location.pathname;
}

export function hereOf({ about, checkout }: Context): Here {
  return {
    url: pageUrl(),
    title: document.title,
    product: about?.stage === "product" ? about.id || null : null,
    checkout: checkout || null,
  };
}
