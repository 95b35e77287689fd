import { fill } from "../words/language";
import { useSetupWords } from "../words/setup/useSetupWords";
import { useLanguage } from "../words/useLanguage";
import type { Progress } from "./steps";

export function ProgressLine({ progress }: { readonly progress: Progress }) {
  const words = useSetupWords();
  const { number } = useLanguage();
  const values = { done: number(progress.done), all: number(progress.steps.length) };
  return (
    <div className="progress-line">
      <progress value={progress.done} max={progress.steps.length} aria-label={fill(words.progressHeard, values)} />
      <span aria-hidden="true">{fill(words.progress, values)}</span>
    </div>
  );
}
