import { ProgressLine } from "../setup/ProgressLine";
import { progressOf, type Setup } from "../setup/steps";
import { useStaff } from "../staff/StaffContext";
import { useSetupWords } from "../words/setup/useSetupWords";

export function HomeSteps({ setup }: { readonly setup: Setup }) {
  const words = useSetupWords();
  const { dashboard } = useStaff();
  const progress = progressOf(setup);
  const open = (path: string, text: string) => (
    <button type="button" className="button" onClick={() => dashboard.openOurs(path)}>
      {text}
    </button>
  );
  if (progress.next === null || setup.parkedAt !== null) {
    const [what, why] = progress.next === null ? [words.allDone, words.allDoneWhy] : [words.parked, words.parkedWhy];
    return (
      <>
        <h1>{what}</h1>
        <p className="quiet">{why}</p>
        <p className="home-deeds">
          {open("/inbox", words.openInbox)}
          {progress.next !== null && open("", words.openSetup)}
        </p>
      </>
    );
  }
  return (
    <>
      <h1 className="only-heard">{words.title}</h1>
      <ProgressLine progress={progress} />
      <ol>
        {progress.steps.map(({ name, done }) => (
          <li key={name} className={done ? "is-done" : ""} aria-current={name === progress.next ? "step" : undefined}>
            <span>
              <span className="only-heard">{done ? words.done : words.toDo}: </span>
              {words.steps[name].what} {name === progress.next && <span className="pill moving">{words.nextUp}</span>}
            </span>
          </li>
        ))}
      </ol>
      <p>{open("", words.openSetup)}</p>
    </>
  );
}
