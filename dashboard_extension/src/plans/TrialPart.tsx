import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { CartPlanTry, type CartPlanTryMutation } from "../generated/CartPlanTry";
import { Section } from "../settings/Section";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { fill } from "../words/language";
import { usePlanWords } from "../words/plans/usePlanWords";
import { useLanguage } from "../words/useLanguage";
import { type Draft, planOf } from "./draft";
import { faultReader } from "./faultOf";
import { TrialReport } from "./TrialReport";

export type Trial = NonNullable<NonNullable<CartPlanTryMutation["cartPlanTry"]>["trial"]>;

interface TrialPartProps {
  readonly channel: string | null;
  readonly draft: Draft;
}

/** What this plan would have done lately. */
export function TrialPart({ channel, draft }: TrialPartProps) {
  const { ask } = useStaff();
  const words = usePlanWords();
  const { words: common, count, number } = useLanguage();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  // Of the plan it was asked for: once that is changed, it says nothing any more.
  const [tried, setTried] = useState<{ readonly plan: string; readonly trial: Trial } | null>(null);
  const plan = planOf(draft);
  const shown = tried?.plan === plan ? tried.trial : null;

  async function go(): Promise<void> {
    if (busy) return;
    setBusy(true);
    const outcome = outcomeOf(await ask(CartPlanTry, { channel, plan }), (data) => data.cartPlanTry);
    setBusy(false);
    const trial = "payload" in outcome ? outcome.payload.trial : null;
    setTried(trial && { plan, trial });
    if ("failure" in outcome) setFault(common.failures[outcome.failure.code].why);
    else if ("faults" in outcome) setFault(faultReader(words, outcome.faults)(outcome.faults[0]?.field ?? ""));
    else setFault(null);
  }

  return (
    <Section what={words.trial.what} why={words.trial.why}>
      <Button type="button" variant="secondary" aria-disabled={busy} onClick={go}>
        {busy ? words.trial.going : words.trial.go}
      </Button>
      <p role="status" className={fault === null ? "trial-answer" : "fault"}>
        {fault === null ? shown && answer(shown) : `${words.trial.failed}: ${fault}`}
      </p>
      {shown && shown.lookedAt > 0 && <TrialReport trial={shown} />}
    </Section>
  );

  function answer({ lookedAt, wouldWrite, orderedWithinTheHour }: Trial): string {
    if (lookedAt === 0) return words.trial.none;
    return fill(count(words.trial.would, wouldWrite), { soon: number(orderedWithinTheHour) });
  }
}
