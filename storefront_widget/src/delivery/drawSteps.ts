import { counted } from "../counting";
import { days } from "../language";
import { make } from "../markup";
import type { Step } from "./moreFacts";
import type { MoreWords } from "./moreWords";

/** How a date came about; a step that a newer service knows and we do not is left out. */
export function drawSteps(tag: string, words: MoreWords, steps: readonly Step[]): HTMLElement {
  const said = steps.map((step) => sentence(tag, words, step)).filter(Boolean);
  return make("ol", { part: "steps" }, ...said.map((step) => make("li", { part: "step" }, step)));
}

function sentence(tag: string, words: MoreWords, step: Step): string {
  const phrase = words.steps[variantOf(step)] ?? "";
  const places: Readonly<Record<string, string>> = {
    on: step.on ? (days(tag, step.on)[0] ?? "") : "",
    at: step.at ? clock(tag, step.at) : "",
    days: step.days ? span(tag, words, step.days) : "",
    name: step.name,
  };
  const said = phrase.replace(/\{(\w+)\}/g, (_, name: string) => places[name] ?? "").replace(/: $/, "");
  return said.charAt(0).toLocaleUpperCase(tag) + said.slice(1);
}

function variantOf({ code, at, days }: Step): string {
  if (code === "CUTOFF" && !at) return "CUTOFF_DAY";
  return code === "TRANSIT" && days?.to === 0 ? "TRANSIT_NONE" : code;
}

function span(tag: string, words: MoreWords, { from, to }: { readonly from: number; readonly to: number }): string {
  if (from === to || from === 0) return counted(tag, words.days, to);
  return words.range.replace("{least}", `${from}`).replace("{most}", `${to}`);
}

/** A time such as "15:00" as the language writes it; any day will do. */
export function clock(tag: string, time: string): string {
  const format = clocks.get(tag) ?? new Intl.DateTimeFormat(tag, { timeStyle: "short", timeZone: "UTC" });
  clocks.set(tag, format);
  return format.format(Date.parse(`2026-01-01T${time.slice(0, 5)}Z`));
}

const clocks = new Map<string, Intl.DateTimeFormat>();
