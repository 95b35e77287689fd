import { make } from "../markup";
import { addressOf } from "../place";
import { aboutOf } from "./about";
import { CallForm, type Slot, slotWords, type Wish } from "./callback";
import type { Desk, Room } from "./desk";
import { newKey, type Refused } from "./door";
import { moreWordsOf } from "./moreWords";
import { askForCall, readCallTimes } from "./tickets";

/** Where somebody says when they want to be called. */
export function callRoom(desk: Desk): Room {
  const [tag] = desk.words();
  const words = moreWordsOf(tag);
  const address = addressOf(desk.place, "callbacks");
  const offer = async () => form.offer(await readCallTimes(address));
  const send = async (wish: Wish, slot: Slot): Promise<Refused | null> => {
    const answer = await askForCall(address, wish, tag);
    if (answer.kind === "ended") await offer();
    if (answer.kind !== "opened") return answer;
    const said = words.called.replace("{when}", slotWords(tag, slot)).replace("{number}", wish.phone);
    desk.notice(make("p", {}, said));
    if (answer.token) desk.begin({ token: answer.token, number: answer.number });
    else desk.goBack();
    desk.tell("shopper", answer.number);
    return null;
  };
  const form = new CallForm(tag, words, aboutOf(desk.place), newKey(), send, () => desk.goBack());
  offer();
  return { element: form.element, isHeld: true, focus: () => form.focus(), fill: () => {} };
}
