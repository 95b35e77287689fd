import type { CartCaseFactsFragment, ContactState } from "../generated/CartCase";
import { useCartWords } from "../words/carts/useCartWords";
import { useContactWords } from "../words/contacts/useContactWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { useSilences } from "./useSilences";

const TONES: Readonly<Record<ContactState, string>> = {
  WAITING: "moving",
  SENDING: "moving",
  SENT: "good",
  FAILED: "bad",
  IN_DOUBT: "open",
  WITHHELD: "plain",
};

/** A step of the plan: what was written and what became of it, or why nothing was. */
export function StepHappening({ step }: { readonly step: CartCaseFactsFragment["steps"][number] }) {
  const words = useCartWords();
  const contacts = useContactWords();
  const silences = useSilences();
  const { number } = useLanguage();
  const { by, message, silence, why } = step;
  const shown = { number: number(step.number), who: by ?? "" };
  if (silence !== null) {
    return (
      <div>
        <p>{fill(words.notSent, shown)}</p>
        <p className="quiet">
          {silences[silence]}
          {why.length > 0 && <>: {why.map((one) => conditionText(words.conditions, words.causes, one)).join("; ")}</>}
        </p>
      </div>
    );
  }
  return (
    <div>
      <p>
        {fill(by ? words.stepBy : words.step, shown)}{" "}
        {message && <span className={`pill ${TONES[message.state]}`}>{contacts.states[message.state]}</span>}
      </p>
      {message && (
        <p className="quiet" dir="auto">
          {message.reason ? contacts.reasons[message.reason] : message.subject}
        </p>
      )}
    </div>
  );
}

/** A condition that did not hold, given as CODE:wanted:found; as it is where we have no words for it. */
function conditionText(
  phrases: Readonly<Record<string, string>>,
  causes: Readonly<Record<string, string>>,
  given: string,
): string {
  const [code = "", wanted = "", found = ""] = given.split(":");
  return fill(phrases[code] ?? given, { wanted, found: causes[found] ?? found });
}
