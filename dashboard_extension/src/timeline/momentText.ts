import type { MomentFragment } from "../generated/OrderTimeline";
import type { MessageEvent } from "../generated/Tickets";
import { lineOf } from "../tickets/lineOf";
import { capital } from "../words/capital";
import { fill, type Language } from "../words/language";
import type { ParcelWords } from "../words/parcels/en";
import type { TicketWords } from "../words/tickets/en";
import type { TimelineWords } from "../words/timeline/en";

export interface MomentWords {
  readonly timeline: TimelineWords;
  readonly tickets: TicketWords;
  readonly parcels: ParcelWords;
  readonly language: Language;
}

/** What happened, as one line. A code that is newer than this page stands as it is. */
export function momentText(moment: MomentFragment, words: MomentWords): string {
  const { source, code, who, text } = moment;
  const { sources } = words.timeline;
  switch (source) {
    case "SALEOR_EVENT":
      return withWords(words.timeline, words.timeline.saleor[code] ?? plain(code), text);
    case "EVENT":
      return eventText(moment, words.tickets) ?? plain(code);
    case "MESSAGE":
      return fill(sources.MESSAGE, { who: who || authorOf(code, words.tickets), text });
    case "PROMISE": {
      const [first, last] = text.split("/");
      return first ? fill(sources.PROMISE, { text: words.language.days(first, last) }) : sources.PROMISE_NONE;
    }
    case "PARCEL": {
      const states: Readonly<Record<string, string>> = words.parcels.parcel.states;
      return withWords(words.timeline, fill(sources.PARCEL, { code: states[code] ?? plain(code) }), text);
    }
    case "ACT": {
      const [kind = "", state = ""] = code.split(" ");
      const { codes } = words.tickets;
      const given = [codes[kind] ?? kind, sum(text.trim(), words.language)].filter(Boolean).join(" ");
      return capital(fill(sources.ACT, { code: given, text: codes[state] ?? state }), words.language.tag);
    }
    case "CONSENT":
      return fill(sources.CONSENT, { text: text.toLowerCase(), code: words.timeline.consents[code] ?? plain(code) });
    case "ORDER":
    case "CART":
      return fill(sources[source], { code, who, text: sum(text, words.language) });
    default:
      return fill(sources[source], { code, who, text }).replace(/:\s*$/, "");
  }
}

/** "1329.600 TRY" as the reader writes money; what is no sum stays. */
function sum(text: string, { money }: Language): string {
  const [amount = "", currency = "", ...more] = text.split(" ");
  return more.length === 0 && /^\d+(\.\d+)?$/.test(amount) && currency !== "" ? money({ amount, currency }) : text;
}

function withWords({ withWords: phrase }: TimelineWords, said: string, text: string): string {
  return text === "" ? said : fill(phrase, { said, text });
}

function authorOf(code: string, { authors }: TicketWords): string {
  return (authors as Readonly<Record<string, string>>)[code.toUpperCase()] ?? plain(code);
}

/** Null where the words do not know the event. */
function eventText({ code, who, text }: MomentFragment, words: TicketWords): string | null {
  const event = code.toUpperCase();
  if (!(event in words.events)) return null;
  return lineOf(words, { author: "SYSTEM", authorName: who, event: event as MessageEvent, text, card: null });
}

function plain(code: string): string {
  return capital(code.replaceAll("_", " ").toLowerCase(), "en");
}
