import { useEffect, useState } from "react";
import type { CartPlanGivenFragment } from "../generated/CartPlans";
import { CartPlanUpdate } from "../generated/CartPlanUpdate";
import { showFirstFault } from "../settings/showFirstFault";
import { useGuard } from "../settings/useGuard";
import { type Fault, outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { fill } from "../words/language";
import { usePlanWords } from "../words/plans/usePlanWords";
import { useLanguage } from "../words/useLanguage";
import { type Draft, draftOf, planOf } from "./draft";

/** One channel's plan while it is being edited. */
export function usePlanForm(given: CartPlanGivenFragment, onChange: () => Promise<void>) {
  const { ask, dashboard } = useStaff();
  const words = usePlanWords();
  const { words: common } = useLanguage();
  const [edited, setEdited] = useState<Draft | null>(null);
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [failed, setFailed] = useState(false);
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const saved = draftOf(given.plan);
  const draft = edited ?? saved;
  const changed = edited !== null && planOf(edited) !== planOf(saved);
  useGuard(changed, setLeaving);
  useEffect(() => {
    if (faults.length > 0) showFirstFault();
  }, [faults]);

  async function put(plan: string | null): Promise<void> {
    if (busy) return;
    setBusy(true);
    const { channel, version } = given;
    const outcome = outcomeOf(await ask(CartPlanUpdate, { channel, plan, version }), (data) => data.cartPlanUpdate);
    setFaults("faults" in outcome ? outcome.faults : []);
    setFailed("failure" in outcome);
    if ("failure" in outcome) dashboard.toast("error", words.notSaved, common.failures[outcome.failure.code].why);
    if ("payload" in outcome) {
      dashboard.toast("success", words.saved);
      await onChange();
      setEdited(null);
    }
    setBusy(false);
  }

  async function discard(): Promise<void> {
    setEdited(null);
    setFailed(false);
    // Perhaps somebody else saved meanwhile, which was why ours was refused.
    if (faults.length > 0) await onChange();
    setFaults([]);
  }

  return {
    draft,
    changed,
    busy,
    faults,
    failed,
    leaving,
    change: (part: Partial<Draft>) => setEdited({ ...draft, ...part }),
    save: () => put(planOf(draft)),
    follow: () => put(null),
    restore: (plan: string, version: number) => {
      setEdited(draftOf(plan));
      dashboard.toast("success", fill(words.versions.restored, { n: String(version) }));
    },
    discard,
    stay: () => setLeaving(null),
    /** Do what leaves this form, at once where nothing is lost. */
    ask: (go: () => void) => (changed ? setLeaving(() => go) : go()),
  };
}
