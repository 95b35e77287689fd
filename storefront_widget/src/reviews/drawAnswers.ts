import { base } from "../language";
import { make } from "../markup";
import type { Aspect, Review } from "./facts";

type Phrases = Readonly<Record<string, unknown>>;

/** What somebody said to the shop's own questions: how it fits, say. */
export function drawAnswers(tag: string, aspects: readonly Aspect[], { answers }: Review): HTMLElement | null {
  const said = aspects.flatMap(({ name, question, answers: choices }) => {
    const chosen = choices.find((one) => Object.hasOwn(answers, name) && one.name === answers[name]);
    return chosen ? [make("li", {}, ...phrase(tag, question), ": ", ...phrase(tag, chosen))] : [];
  });
  return said.length ? make("ul", { part: "answers" }, ...said) : null;
}

/** A shop that says it in one language only is understood by who reads that. */
function phrase(tag: string, phrases: Phrases): Node[] {
  const said = [base(tag), "en", "tr"]
    .map((language) => phrases[language])
    .find((one) => typeof one === "string" && one);
  return [make("bdi", {}, String(said ?? ""))];
}
