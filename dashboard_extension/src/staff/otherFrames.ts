/**
 * Dashboard shows several of our frames on one page: an order's card, and a popup over it. What is changed in one is asked
 * for anew in the others; nothing but that is said.
 */
const NAME = "saleor-support";
/** One deed may be two changes: a ticket, and then its lines. */
const SETTLED_MS = 200;

export function tellOtherFrames(): void {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage("changed");
  channel.close();
}

/** Call `then` soon after another frame has changed something; returns how to stop. */
export function hearOtherFrames(then: () => void): () => void {
  const channel = new BroadcastChannel(NAME);
  let timer: ReturnType<typeof setTimeout>;
  channel.onmessage = () => {
    clearTimeout(timer);
    timer = setTimeout(then, SETTLED_MS);
  };
  return () => {
    clearTimeout(timer);
    channel.close();
  };
}
