import { useEffect, useState } from "react";
import { DeliveryRulesUpdate, type DeliveryRulesUpdateMutation } from "../generated/DeliveryRulesUpdate";
import { showFirstFault } from "../settings/showFirstFault";
import { useGuard } from "../settings/useGuard";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { useDeliveryWords } from "../words/delivery/useDeliveryWords";
import { useLanguage } from "../words/useLanguage";
import { type ChannelRules, changesOf, type Draft, type StoreRules, type WarehouseRules } from "./draft";

export type RulesFault = NonNullable<DeliveryRulesUpdateMutation["deliveryRulesUpdate"]>["errors"][number];

/** All that is set about delivery while it is being edited: saved together or not at all. */
export function useDeliveryForm(saved: Draft, onChange: () => Promise<void>) {
  const { ask, dashboard } = useStaff();
  const words = useDeliveryWords();
  const { words: common } = useLanguage();
  const [edited, setEdited] = useState<Draft | null>(null);
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<readonly RulesFault[]>([]);
  const [failed, setFailed] = useState(false);
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const draft = edited ?? saved;
  const changes = changesOf(draft, saved);
  const changed = changes.length > 0;
  useGuard(changed, setLeaving);
  useEffect(() => {
    if (faults.length > 0) showFirstFault();
  }, [faults]);

  async function save(): Promise<void> {
    if (busy) return;
    setBusy(true);
    const outcome = outcomeOf(await ask(DeliveryRulesUpdate, { input: changes }), (data) => data.deliveryRulesUpdate);
    setFaults("faults" in outcome ? (outcome.faults as readonly RulesFault[]) : []);
    setFailed("failure" in outcome);
    if ("failure" in outcome) dashboard.toast("error", words.notSaved, common.failures[outcome.failure.code].why);
    if ("payload" in outcome) {
      dashboard.toast("success", words.saved);
      await onChange();
      setEdited(null);
    }
    setBusy(false);
  }

  return {
    draft,
    changed,
    busy,
    faults,
    failed,
    leaving,
    save,
    stay: () => setLeaving(null),
    discard: () => {
      setEdited(null);
      setFaults([]);
      setFailed(false);
    },
    changeStore: (part: Partial<StoreRules>) => setEdited({ ...draft, store: { ...draft.store, ...part } }),
    changeWarehouse: (id: string, part: Partial<WarehouseRules>) =>
      setEdited({ ...draft, warehouses: changedIn(draft.warehouses, id, part) }),
    changeChannel: (slug: string, part: Partial<ChannelRules>) =>
      setEdited({ ...draft, channels: changedIn(draft.channels, slug, part) }),
  };
}

function changedIn<Rules>(all: Readonly<Record<string, Rules>>, key: string, part: Partial<Rules>) {
  return { ...all, [key]: { ...all[key], ...part } as Rules };
}
