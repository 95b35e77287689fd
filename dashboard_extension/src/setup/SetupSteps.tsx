import { CircleCheck, CircleDashed } from "lucide-react";
import type { ReactNode } from "react";
import { useSetupWords } from "../words/setup/useSetupWords";
import { StepDeed } from "./StepDeed";
import type { Progress, Setup, StepName } from "./steps";

interface SetupStepsProps {
  readonly setup: Setup;
  readonly progress: Progress;
  readonly onChange: () => void;
}

export function SetupSteps({ setup, progress, onChange }: SetupStepsProps) {
  const words = useSetupWords();
  return (
    <ol className="steps">
      {progress.steps.map(({ name, done }) => (
        <Step key={name} name={name} done={done} next={name === progress.next}>
          <p className="quiet">{words.steps[name].why}</p>
          <StepDeed name={name} setup={setup} onChange={onChange} />
        </Step>
      ))}
    </ol>
  );
}

interface StepProps {
  readonly name: StepName;
  readonly done: boolean;
  readonly next: boolean;
  readonly children: ReactNode;
}

function Step({ name, done, next, children }: StepProps) {
  const words = useSetupWords();
  return (
    <li className={done ? "step is-done" : "step"} aria-current={next ? "step" : undefined}>
      {done ? <CircleCheck size={20} aria-hidden="true" /> : <CircleDashed size={20} aria-hidden="true" />}
      <div>
        <h2>
          {words.steps[name].what}
          <span className="only-heard"> · {done ? words.done : words.toDo}</span>
          {next && <span className="chip next">{words.nextUp}</span>}
        </h2>
        {children}
      </div>
    </li>
  );
}
