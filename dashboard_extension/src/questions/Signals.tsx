import type { QuestionState } from "../generated/ProductQuestions";
import { useQuestionWords } from "../words/questions/useQuestionWords";

interface SignalsProps {
  /** Null where it goes without saying. */
  readonly state: QuestionState | null;
  readonly signals: readonly string[];
}

/** Where something stands, and what makes it worth a second look. */
export function Signals({ state, signals }: SignalsProps) {
  const words = useQuestionWords();
  if (state === null && signals.length === 0) return null;
  return (
    <p className="pills">
      {state && <span className={`pill ${state === "REJECTED" ? "bad" : ""}`}>{words.states[state]}</span>}
      {signals.map((signal) => (
        <span key={signal} className="pill bad">
          {words.signals[signal] ?? signal}
        </span>
      ))}
    </p>
  );
}
