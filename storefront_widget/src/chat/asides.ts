import { icon, make } from "../markup";
import { addressOf } from "../place";
import { isRecord } from "../reading";
import type { Desk, Room } from "./desk";
import { call } from "./door";
import { Field, SendButton } from "./fields";
import { moreWordsOf } from "./moreWords";

/** The conversation by mail, once, to an address that the shopper gives. */
export function transcriptRoom(desk: Desk, token: string): Room {
  const words = moreWordsOf(desk.words()[0]);
  const email = new Field(
    "email",
    words.address,
    make("input", { type: "email", autocomplete: "email", required: "" }),
  );
  const send = new SendButton(words.send, words.sending);
  const row = make("div", { class: "row" }, send.element, backButton(desk));
  const form = make("form", { part: "form", novalidate: "" }, make("h3", {}, words.transcript), email.element, row);
  form.addEventListener("submit", async (submitted) => {
    submitted.preventDefault();
    if (send.isBusy) return;
    email.tell(email.text ? "" : words.addressMissing);
    if (!email.text) return;
    const body = { email: email.text };
    const [status] = await send.during(call(addressOf(desk.place, "conversation", "transcript"), { token, body }));
    if (status !== 200) {
      email.tell({ 422: words.addressWrong, 429: words.limited }[status] ?? words.failed);
      return;
    }
    desk.notice(make("p", {}, words.transcriptSent.replace("{email}", email.text)));
    desk.goBack();
  });
  return { element: form, isHeld: true, focus: () => email.control.focus(), fill: () => {} };
}

/** A code that a phone's camera takes to the conversation. */
export function phoneRoom(desk: Desk, token: string): Room {
  const words = moreWordsOf(desk.words()[0]);
  const code = make("div", { part: "code", role: "status" }, words.waiting);
  const back = backButton(desk);
  const parts = [make("h3", {}, words.onPhone), make("p", { part: "hint" }, words.onPhoneHint), code, back];
  call(addressOf(desk.place, "conversation", "phone"), { token, body: {} }).then(([status, body]) => {
    const drawn = status === 200 && isRecord(body) ? drawCode(String(body.svg), words.onPhoneCode) : null;
    code.replaceChildren(drawn ?? words.failedAlone);
  });
  const element = make("div", { part: "form" }, ...parts);
  return { element, isHeld: true, focus: () => back.focus(), fill: () => {} };
}

function backButton(desk: Desk): HTMLElement {
  const back = make("button", { type: "button", part: "undo" }, desk.words()[1].back);
  back.addEventListener("click", () => desk.goBack());
  return back;
}

/** The code's lines, taken out of its drawing: as HTML nothing is read that comes from elsewhere. */
function drawCode(svg: string, label: string): SVGElement | null {
  const lines = Array.from(svg.matchAll(/<path[^>]* stroke="#000"[^>]* d="([^"]+)"/g), ([, line]) => line).join("");
  const size = /viewBox="0 0 (\d+)/.exec(svg)?.[1];
  if (!lines || !size) return null;
  const drawn = icon("code-lines", lines);
  drawn.removeAttribute("aria-hidden");
  for (const [key, value] of Object.entries({ viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": label }))
    drawn.setAttribute(key, value);
  return drawn;
}
