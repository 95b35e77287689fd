import { Button } from "@saleor/macaw-ui";
import type { Undoable } from "../app/UndoToast";
import { OutboxPause } from "../generated/OutboxPause";
import type { Outcome } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { useSender } from "../staff/useSender";
import { useContactWords } from "../words/contacts/useContactWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";

interface PauseSwitchProps {
  readonly pausedAt: string | null;
  readonly onChange: () => void;
  readonly onUndoable: (undoable: Undoable) => void;
}

/** Everything that goes out, with one switch, and the way back beside it. */
export function PauseSwitch({ pausedAt, onChange, onUndoable }: PauseSwitchProps) {
  const words = useContactWords();
  const { moment } = useLanguage();
  const { ask } = useStaff();
  const { busy, send } = useSender<true>(words);
  const isPaused = pausedAt !== null;
  const pause = async (paused: boolean): Promise<Outcome<true>> => {
    const answer = await ask(OutboxPause, { paused });
    return "failure" in answer ? answer : { payload: true };
  };
  const turn = async (paused: boolean) => {
    const done = await send(() => pause(paused));
    if (done) onChange();
    return done;
  };
  const press = async () => {
    if (!(await turn(!isPaused))) return;
    onUndoable({ said: isPaused ? words.resumed : words.paused, undo: () => turn(isPaused) });
  };
  return (
    <div className={isPaused ? "stale" : undefined} role="status">
      {isPaused && <p>{fill(words.pausedSince, { when: moment(pausedAt) })}</p>}
      <Button type="button" variant={isPaused ? "primary" : "secondary"} aria-disabled={busy} onClick={press}>
        {buttonText()}
      </Button>
    </div>
  );

  function buttonText(): string {
    if (busy) return isPaused ? words.resuming : words.pausing;
    return isPaused ? words.resume : words.pause;
  }
}
