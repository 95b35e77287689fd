import { useEffect, useRef, useState } from "react";
import { useWay } from "../app/WayContext";
import { ConfigurationDelete } from "../generated/ConfigurationDelete";
import { ConfigurationUpdate } from "../generated/ConfigurationUpdate";
import { type Fault, type Outcome, outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { useAppWords } from "../words/app/useAppWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { type Draft, inputOf, isChanged, type Settings } from "./draft";
import { showFirstFault } from "./showFirstFault";
import { useGuard } from "./useGuard";

interface FormOf {
  readonly id: string | null;
  readonly saved: Draft;
  readonly onChange: () => Promise<void>;
}

/** One configuration being edited: what stands in the form, and what saving, removing or leaving it does. */
export function useConfigurationForm({ id, saved, onChange }: FormOf) {
  const { ask, dashboard } = useStaff();
  const { settings: words } = useAppWords();
  const { words: common } = useLanguage();
  const way = useWay();
  const [edited, setEdited] = useState<Draft | null>(null);
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [failed, setFailed] = useState(false);
  const [removing, setRemoving] = useState(false);
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const draft = edited ?? saved;
  const changed = edited !== null && isChanged(edited, saved);
  useGuard(changed, setLeaving);
  const faulty = useRef(0);
  useEffect(() => {
    if (faults.length > 0 && faulty.current !== faults.length) showFirstFault();
    faulty.current = faults.length;
  }, [faults]);

  const change = (changes: Partial<Draft>) => setEdited({ ...draft, ...changes });

  // What is refused is said in the form alone: Dashboard's toast of an error stays, in the corner where one works.
  async function act<Payload>(work: () => Promise<Outcome<Payload>>): Promise<Payload | null> {
    if (busy) return null;
    setBusy(true);
    const outcome = await work();
    setBusy(false);
    setFaults("faults" in outcome ? outcome.faults : []);
    setFailed("failure" in outcome);
    if ("payload" in outcome) return outcome.payload;
    if ("failure" in outcome) dashboard.toast("error", words.notSaved, common.failures[outcome.failure.code].why);
    return null;
  }

  async function save(): Promise<void> {
    const payload = await act(async () =>
      outcomeOf(await ask(ConfigurationUpdate, { input: inputOf(draft, id) }), (data) => data.configurationUpdate),
    );
    if (payload === null) return;
    dashboard.toast("success", words.saved);
    await onChange();
    setEdited(null);
    way.setGuard(null);
    if (id === null && payload.configuration) way.go(`/settings/${encodeURIComponent(payload.configuration.id)}`);
  }

  async function remove(): Promise<void> {
    setRemoving(false);
    const payload = await act(async () =>
      outcomeOf(await ask(ConfigurationDelete, { id: id ?? "" }), (data) => data.configurationDelete),
    );
    if (payload === null) return;
    dashboard.toast("success", fill(words.removed, { name: saved.name }));
    way.setGuard(null);
    way.go("/settings");
    await onChange();
  }

  return {
    draft,
    changed,
    busy,
    faults,
    failed,
    removing,
    leaving,
    change,
    changeSettings: (changes: Partial<Settings>) => change({ settings: { ...draft.settings, ...changes } }),
    discard: () => {
      setEdited(null);
      setFaults([]);
      setFailed(false);
    },
    save,
    remove,
    setRemoving,
    stay: () => setLeaving(null),
  };
}

export type ConfigurationFormState = ReturnType<typeof useConfigurationForm>;
