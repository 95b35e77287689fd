import { tokenOf } from "../identity";
import { make } from "../markup";
import { addressOf, type Place, tagOf } from "../place";
import { isRecord } from "../reading";
import { moreWordsOf } from "./moreWords";
import { WORDS } from "./words";

const PATIENCE_MS = 8_000;
// By whom and for which order it was asked: a page says many things that change nothing here.
const asked = new WeakMap<ShadowRoot, string>();

/** On the page of an order, the way to its form: for who is signed in, and where there is something to be reviewed. */
export async function prompt(place: Place): Promise<void> {
  const { host, page, root } = place;
  const [order, tag] = [host.getAttribute("order"), tagOf(place, WORDS)];
  const token = tokenOf(page);
  const question = [order, token, tag].join(" ");
  if (asked.get(root) === question) return;
  asked.set(root, question);
  const address = order && addressOf(place, "review-prompt");
  const link = address && token ? await ask(`${address}?${new URLSearchParams({ order })}`, token) : null;
  if (asked.get(root) !== question) return;
  root.querySelector("[part=prompt]")?.remove();
  if (link) root.append(draw(tag, link));
  if (!host.hasAttribute("product")) place.shows(link !== null);
}

async function ask(address: string, token: string): Promise<string | null> {
  try {
    const answer = await fetch(address, {
      headers: { Authorization: `Bearer ${token}` },
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const body: unknown = answer.ok ? await answer.json() : null;
    const link = isRecord(body) && typeof body.link === "string" ? body.link : "";
    return /^https?:\/\//.test(link) ? link : null;
  } catch {
    return null; // out of reach, or not JSON
  }
}

function draw(tag: string, link: string): HTMLElement {
  const words = moreWordsOf(tag);
  return make(
    "p",
    { part: "prompt", lang: tag },
    `${words.howWasIt} `,
    make("a", { part: "write", href: link, rel: "noopener" }, words.write),
  );
}
