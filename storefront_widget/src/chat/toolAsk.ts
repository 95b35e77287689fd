import { make } from "../markup";
import { aboutOf } from "./about";
import type { Desk } from "./desk";
import { moreWordsOf } from "./moreWords";
import type { Way } from "./shop";
import { openTool } from "./tools";

/** A tool of another maker comes only once the shopper said so, here or to the shop. */
export function askForTool(desk: Desk, way: Way): void {
  if (desk.place.page.consent) {
    openWanted(desk, way);
    return;
  }
  const words = moreWordsOf(desk.words()[0]);
  const open = make("button", { type: "button", part: "undo" }, words.toolOpen);
  open.addEventListener("click", () => openWanted(desk, way));
  desk.notice(`${words.toolAsk.replace("{host}", new URL(way.url).host)} `, open);
  open.focus();
}

async function openWanted(desk: Desk, way: Way): Promise<void> {
  try {
    await openTool(way, aboutOf(desk.place));
    desk.notice();
    desk.close();
  } catch {
    desk.notice(moreWordsOf(desk.words()[0]).toolFailed);
  }
}
