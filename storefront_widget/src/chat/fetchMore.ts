import type { Desk } from "./desk";

/** The rest of the panel; null where it does not come, and that is said. */
export function fetchMore(desk: Desk): Promise<typeof import("./more") | null> {
  return fetched(desk, import("./more"));
}

/** What shoppers find by themselves; null as above. */
export function fetchFind(desk: Desk): Promise<typeof import("./find") | null> {
  return fetched(desk, import("./find"));
}

/** Show beside a message, while it is written, what may spare the shopper from sending it; nobody misses what does not come. */
export async function suggest(desk: Desk, form: HTMLElement): Promise<void> {
  const found = await import("./find").catch(() => null);
  found?.dress(desk);
  found?.suggestFor(desk, form);
}

async function fetched<Chunk extends { dress(desk: Desk): void }>(
  desk: Desk,
  coming: Promise<Chunk>,
): Promise<Chunk | null> {
  try {
    const chunk = await coming;
    chunk.dress(desk);
    return chunk;
  } catch {
    desk.notice(desk.words()[1].failedAlone);
    return null;
  }
}
