import { make } from "../markup";
import { sentenceOf } from "./desk";
import type { Outgoing } from "./sending";
import type { Words } from "./words";

export interface OutgoingActs {
  again(key: string): void;
  discard(key: string): void;
}

/** A message that is not kept yet, with how it fares and what can be done. */
export function drawOutgoing(words: Words, outgoing: Outgoing, acts: OutgoingActs): HTMLElement {
  const { files, key, state, text } = outgoing;
  const said = text || words.photosSent.replace("{n}", String(files.length));
  return make(
    "li",
    { part: "message message-shopper", class: `shopper follows ${state}` },
    make("p", { part: "message-text", dir: "auto" }, said),
    state === "sending" ? make("p", { part: "mark" }, words.markSending) : drawFailed(words, state, key, acts),
  );
}

function drawFailed(words: Words, state: Exclude<Outgoing["state"], "sending">, key: string, acts: OutgoingActs) {
  const why = state === "lost" ? words.markLost : sentenceOf(words, state);
  const again = make("button", { type: "button", part: "undo" }, words.again);
  const discard = make("button", { type: "button", part: "undo" }, words.discard);
  again.addEventListener("click", () => acts.again(key));
  discard.addEventListener("click", () => acts.discard(key));
  return make("div", { part: "mark", role: "alert" }, why, " ", again, " ", discard);
}
