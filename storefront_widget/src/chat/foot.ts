import { icon, make } from "../markup";
import { call } from "./door";
import { Field, SendButton } from "./fields";
import { type MoreWords, moreWordsOf } from "./moreWords";
import type { Standing } from "./standing";

const HEAD = "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18zM9 9.500v.5M15 9.500v.5";
// Drawn, for not every device has all of them in its fonts.
const MOUTHS = [
  "M7.500 17.500q4.500-5 9 0",
  "M8 16.500q4-2.500 8 0",
  "M8 15.500h8",
  "M8 15q4 2.500 8 0",
  "M7.500 13.500h9q-1 4.500-4.500 4.500t-4.500-4.500",
];
const MOST_RATING = 1_000;

export interface FootPlace {
  readonly tag: string;
  /** Of the conversation's door. */
  readonly address: string;
  readonly token: string;
  /** Whether staff said something that can be rated, and was not yet. */
  readonly isRateable: boolean;
  rated(): void;
  /** Begin anew. */
  begin(): void;
}

/** Fill what stands below a chat that is over: what can still be done about it. */
export function fillFoot(foot: HTMLElement, place: FootPlace, { state }: Standing): void {
  const words = moreWordsOf(place.tag);
  const begin = make("button", { type: "button", part: "begin" }, words.beginAnew);
  begin.addEventListener("click", place.begin);
  const said = { missed: words.missed, left: words.left, ended: words.ended }[state as "missed" | "left" | "ended"];
  const form = state === "missed" ? drawEmailForm(place, words) : place.isRateable ? drawRating(place, words) : null;
  foot.replaceChildren(make("p", { part: "foot-text", role: "status" }, said), form ?? "", begin);
}

/** Nobody came: the shop answers by mail. */
function drawEmailForm({ address, token }: FootPlace, words: MoreWords): HTMLElement {
  const email = new Field(
    "email",
    words.address,
    make("input", { type: "email", autocomplete: "email", required: "" }),
  );
  const name = new Field("name", words.name, make("input", { autocomplete: "name", maxlength: "100" }));
  const send = new SendButton(words.send, words.sending);
  const row = make("div", { class: "row" }, send.element);
  return formOf([email.element, name.element, row], send, async () => {
    email.tell(email.text ? "" : words.addressMissing);
    if (!email.text) return null;
    const body = { email: email.text, ...(name.text && { name: name.text }) };
    const [status] = await call(`${address}/email`, { token, body });
    if (status === 200) return words.emailKept.replace("{email}", email.text);
    if (status === 409) return words.emailKnown;
    email.tell(status === 422 ? words.addressWrong : words.failed);
    return null;
  });
}

/** Five faces, and words if somebody likes. */
function drawRating({ address, rated, token }: FootPlace, words: MoreWords): HTMLElement {
  const faces = MOUTHS.map((mouth, place) => {
    const title = words.scores[place] ?? "";
    const input = make("input", { type: "radio", name: "score", value: String(place + 1), "aria-label": title });
    return make("label", { part: "face", title }, input, icon("face-icon", HEAD + mouth));
  });
  const group = make("fieldset", { part: "faces" }, make("legend", {}, words.howWasIt), make("div", {}, ...faces));
  const more = new Field("why", words.ratingMore, make("textarea", { rows: "2", maxlength: String(MOST_RATING) }));
  const send = new SendButton(words.sendRating, words.sending);
  const fault = make("p", { part: "fault", role: "alert" });
  const form = formOf([group, more.element, fault, make("div", { class: "row" }, send.element)], send, async () => {
    const chosen = group.querySelector<HTMLInputElement>("input:checked");
    fault.textContent = chosen ? "" : words.scoreMissing;
    if (!chosen) return null;
    const [status] = await call(`${address}/rating`, { token, body: { score: Number(chosen.value), text: more.text } });
    if (status !== 200) {
      fault.textContent = words.failed;
      return null;
    }
    rated();
    return words.thanks;
  });
  return form;
}

/** A form whose place its thanks take, once `send` has some to say. */
function formOf(parts: HTMLElement[], button: SendButton, send: () => Promise<string | null>): HTMLElement {
  const form = make("form", { part: "form", novalidate: "" }, ...parts);
  form.addEventListener("submit", async (submitted) => {
    submitted.preventDefault();
    if (button.isBusy) return;
    const thanks = await button.during(send());
    if (!thanks) return;
    const said = make("p", { part: "thanks", role: "status", tabindex: "-1" }, thanks);
    form.replaceWith(said);
    said.focus();
  });
  return form;
}
