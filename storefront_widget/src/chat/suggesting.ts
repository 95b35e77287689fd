import { make } from "../markup";
import { addressOf } from "../place";
import { isRecord } from "../reading";
import type { Desk } from "./desk";
import { call } from "./door";
import { findWordsOf } from "./findWords";

interface Article {
  readonly id: string;
  readonly title: string;
  readonly excerpt: string;
  readonly url: string;
}

// When somebody pauses; and before there are as many letters, no message says what it is about.
const PAUSE_MS = 700;
const LEAST_LETTERS = 8;

/** Show what may help below the box, while somebody writes. What they write is asked with, and not kept. */
export function suggestFor(desk: Desk, form: HTMLElement): void {
  const box = form.querySelector("textarea");
  if (!box) return;
  const [tag] = desk.words();
  const words = findWordsOf(tag);
  const address = addressOf(desk.place, "articles");
  const said = make("p", { part: "helps", role: "status" });
  const list = make("ul", {});
  const did = make("button", { type: "button", part: "undo" }, words.itDid);
  const place = make("div", { part: "articles", hidden: "" }, said, list, did);
  box.closest("[part=field]")?.after(place);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = "";
  let shown = "";
  let opened = "";
  const draw = (articles: readonly Article[]) => {
    const now = articles.map(({ id }) => id).join();
    if (now === shown) return; // somebody may be reading
    shown = now;
    opened = articles[0]?.id ?? "";
    place.hidden = !now;
    did.hidden = false;
    said.textContent = now ? words.helps : "";
    list.replaceChildren(...articles.map((one) => drawArticle(one, words.newTab, () => (opened = one.id))));
  };
  const ask = async () => {
    const text = box.value.trim();
    if (text === asked) return;
    asked = text;
    const isEnough = text.length >= LEAST_LETTERS;
    const [, answer] = isEnough
      ? await call(address, { body: { text: text.slice(0, 1_000), locale: tag } })
      : [0, null];
    if (text === asked && box.isConnected)
      draw(isRecord(answer) && Array.isArray(answer.articles) ? answer.articles : []);
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  };
  box.addEventListener("input", wait);
  did.addEventListener("click", () => {
    call(`${address}/helped`, { body: { article: opened } });
    list.replaceChildren();
    did.hidden = true;
    said.textContent = words.glad;
    box.focus();
  });
  wait();
}

function drawArticle({ title, excerpt, url }: Article, newTab: string, open: () => void): HTMLElement {
  // Not in this tab: what they have written would be gone.
  const link = make(
    "a",
    { href: url, target: "_blank", rel: "noopener", "aria-label": `${title} (${newTab})` },
    make("bdi", {}, title),
  );
  link.addEventListener("click", open);
  return make("li", {}, link, make("p", { part: "hint", dir: "auto" }, excerpt));
}
