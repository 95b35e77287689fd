import { counted } from "../counting";
import { recall, remember } from "../memory";
import { addressOf, type Place } from "../place";
import { isRecord } from "../reading";
import type { Desk } from "./deeds";
import type { Review } from "./facts";
import { moreWordsOf } from "./moreWords";

const PATIENCE_MS = 8_000;
// What is under way: a second press meanwhile is none.
const busy = new WeakSet<HTMLElement>();

/** Say that a review helped, or no longer. Seen at once, and taken back where it could not be kept. */
export async function vote(desk: Desk, review: Review, button: HTMLButtonElement): Promise<void> {
  if (busy.has(button)) return;
  busy.add(button);
  const was = button.getAttribute("aria-pressed") === "true";
  const shown = Number(button.dataset.count ?? review.helpful);
  const show = (isHelpful: boolean, count: number): void => {
    button.setAttribute("aria-pressed", String(isHelpful));
    button.dataset.count = String(count);
    button.textContent = counted(desk.tag, desk.words.helpful, count);
  };
  show(!was, shown + (was ? -1 : 1));
  const helpful = await send(desk.place, review.id, !was);
  busy.delete(button);
  const status = desk.place.root.querySelector("[part=matching]");
  if (status) status.textContent = helpful === null ? moreWordsOf(desk.tag).voteFailed : "";
  if (helpful === null) show(was, shown);
  else show(!was, helpful);
}

/** How many there are now; null where it could not be kept. */
async function send(place: Place, review: string, helpful: boolean): Promise<number | null> {
  const address = addressOf(place, "review-votes");
  if (!address) return null;
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ review, voter: voterOf(place), helpful }),
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const body: unknown = await answer.json();
    return answer.ok && isRecord(body) && typeof body.helpful === "number" ? body.helpful : null;
  } catch {
    return null; // out of reach, or not JSON
  }
}

/** Random, and about nobody; kept until the tab is closed only where the shopper agreed to that. */
function voterOf(place: Place): string {
  const known = recall(place, "voter");
  if (known) return known;
  const made = crypto
    .getRandomValues(new Uint32Array(4))
    .reduce((text, one) => text + one.toString(36).padStart(7, "0"), "");
  remember(place, "voter", made);
  return made;
}
