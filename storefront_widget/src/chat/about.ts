import type { Place } from "../place";

/** What the shop's page is about, as its `<support-chat>` says: a product, a cart, an order. */
export interface About {
  readonly stage: string;
  /** For the shopper to read, such as a product's name. */
  readonly name: string;
  /** Saleor's id; an order's number. */
  readonly id: string;
}

/** Null on a page that names neither a thing nor its id. */
export function aboutOf({ host, page }: Place): About | null {
  const [name, id] = [host.getAttribute("about") ?? "", host.getAttribute("about-id") ?? ""];
  return name || id ? { stage: stageOf({ host, page }) || "browse", name, id } : null;
}

export function stageOf({ host, page }: Pick<Place, "host" | "page">): string {
  return host.getAttribute("stage") || page.stage;
}
