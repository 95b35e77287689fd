import { make } from "../markup";
import { addressOf } from "../place";
import type { Desk, Room } from "./desk";
import { newKey, type Refused } from "./door";
import { suggest } from "./fetchMore";
import { type Context, contextOf, hereOf } from "./here";
import { span } from "./launcherState";
import { Letter } from "./letter";
import { beginChat } from "./session";
import type { Shop } from "./shop";
import { openTicket } from "./tickets";
import type { Words } from "./words";

export type Kind = "chat" | "letter";

// The key of a message that may have arrived although nobody said so; sent again it is still one.
let sent: { readonly written: string; readonly key: string } | null = null;

/** Where a conversation begins: a chat while somebody is there for it, else a letter. */
export function writingRoom(desk: Desk, kind: Kind, other: (() => void) | null): Room {
  const [tag, words] = desk.words();
  const shop = desk.shop();
  const isChat = kind === "chat";
  const context = contextOf(desk.place);
  const letter = new Letter({
    words,
    draft: desk.draft,
    context: isChat ? context : context?.about ? { about: context.about, checkout: "" } : null,
    title: isChat ? words.startChat : words.write,
    hint: isChat ? chatHint(tag, words, shop) : words.answered,
    hasEmail: !isChat,
    hasWays: shop.ways.length > 1,
    instead: other && insteadButton(isChat ? words.rather : words.ratherChat, other),
    send: (left) => (isChat ? startChat(desk, tag, left) : sendLetter(desk, tag, words, left)),
  });
  const { element } = letter;
  const box = element.querySelector("textarea");
  if (shop.finds.includes("articles")) box?.addEventListener("input", () => suggest(desk, element), { once: true });
  return {
    element,
    isHeld: false,
    focus: () => box?.focus(),
    fill: () => letter.fill(desk.draft),
  };
}

function chatHint(tag: string, words: Words, { waiting, ways }: Shop): string {
  if (waiting) {
    const said = words.queued.replace("{number}", String(waiting.number));
    return said.replace("{time}", span(tag, waiting.minutes));
  }
  const minutes = ways.find(({ kind }) => kind === "chat")?.replyMinutes;
  return minutes ? words.replies.replace("{time}", span(tag, minutes)) : words.chatHint;
}

function insteadButton(text: string, press: () => void): HTMLElement {
  const button = make("button", { type: "button", part: "undo" }, text);
  button.addEventListener("click", press);
  return button;
}

async function startChat(desk: Desk, tag: string, context: Context | null): Promise<Refused | null> {
  const { draft, place } = desk;
  const [text, name] = [draft.text.trim(), draft.name.trim()];
  const category = context?.about ? context.about.name || context.about.stage : "";
  const here = context && hereOf(context);
  const beginning = {
    text,
    key: keyOf({ text, name }),
    locale: tag,
    category,
    here,
    site: draft.site,
    ...(name && { name }),
  };
  const answer = await beginChat(addressOf(place, "chat", "session"), beginning, place.page.identity);
  if (answer.kind !== "begun") return answer;
  if (!answer.token) return { kind: "failed" };
  sent = null;
  draft.text = "";
  draft.site = undefined;
  const isHidden = context === null && contextOf(place) !== null;
  desk.begin({ token: answer.token, number: null, standing: answer.standing, isHidden });
  desk.tell("shopper", null);
  return null;
}

async function sendLetter(desk: Desk, tag: string, words: Words, context: Context | null): Promise<Refused | null> {
  const { draft, place } = desk;
  const [text, email, name] = [draft.text.trim(), draft.email.trim(), draft.name.trim()];
  const form = { text, email, name, locale: tag, about: context?.about ?? null, site: draft.site };
  const answer = await openTicket(addressOf(place, "tickets"), { ...form, key: keyOf(form) });
  if (answer.kind !== "opened") return answer;
  sent = null;
  draft.text = "";
  draft.site = undefined;
  const said = answer.number ? words.sent.replace("{number}", `#${answer.number}`) : words.sentAlone;
  desk.notice(make("p", {}, make("b", {}, said), " ", words.sentTo.replace("{email}", email)));
  if (answer.token) desk.begin({ token: answer.token, number: answer.number });
  else desk.goBack();
  desk.tell("shopper", answer.number);
  return null;
}

function keyOf(form: object): string {
  const written = JSON.stringify(form);
  if (sent?.written !== written) sent = { written, key: newKey() };
  return sent.key;
}
