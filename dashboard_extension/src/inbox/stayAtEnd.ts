const NEAR_PX = 80;

/** Who looks at the newest goes on doing so when there is less room, or a photo has come; call what it returns to stop. */
export function stayAtEnd(log: HTMLElement): () => void {
  let isAtEnd = true;
  const look = () => {
    isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX;
  };
  const keep = () => {
    if (isAtEnd) log.scrollTop = log.scrollHeight;
  };
  const room = new ResizeObserver(keep);
  room.observe(log);
  log.addEventListener("scroll", look);
  log.addEventListener("load", keep, true); // of the photos in it, and does not bubble
  return () => {
    room.disconnect();
    log.removeEventListener("scroll", look);
    log.removeEventListener("load", keep, true);
  };
}
