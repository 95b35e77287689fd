import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { LoadedPart } from "../app/LoadedPart";
import { PageHead } from "../app/PageHead";
import { Setup as Document } from "../generated/Setup";
import { SetupPark } from "../generated/SetupPark";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useSetupWords } from "../words/setup/useSetupWords";
import { useLanguage } from "../words/useLanguage";
import { Coverage } from "./Coverage";
import { Parked } from "./Parked";
import { ProgressLine } from "./ProgressLine";
import { SetupSteps } from "./SetupSteps";
import { progressOf } from "./steps";

const load = loadOf(Document);
// Who has just pasted the snippet looks here for the tick.
const EVERY_MS = 5_000;

export function SetupPage() {
  const words = useSetupWords();
  const { words: common } = useLanguage();
  const { ask, dashboard } = useStaff();
  const loading = useLoaded(load, {}, EVERY_MS);
  const [busy, setBusy] = useState(false);
  const park = async (parked: boolean) => {
    if (busy) return;
    setBusy(true);
    const outcome = outcomeOf(await ask(SetupPark, { parked }), (data) => data.setupPark);
    if ("failure" in outcome) dashboard.toast("error", words.notParked, common.failures[outcome.failure.code].why);
    await loading.again();
    setBusy(false);
  };
  return (
    <LoadedPart from={loading} needs="MANAGE_SETTINGS">
      {({ setup }) => {
        const progress = progressOf(setup);
        if (setup.parkedAt !== null) return <Parked progress={progress} busy={busy} onTakeUp={() => park(false)} />;
        return (
          <div className="page">
            <PageHead
              title={progress.next === null ? words.allDone : words.title}
              intro={progress.next === null ? words.allDoneWhy : words.intro}
            >
              {progress.next !== null && (
                <Button type="button" variant="secondary" aria-disabled={busy} onClick={() => park(true)}>
                  {busy ? words.parking : words.park}
                </Button>
              )}
            </PageHead>
            <ProgressLine progress={progress} />
            <SetupSteps setup={setup} progress={progress} onChange={loading.again} />
            <Coverage setup={setup} />
          </div>
        );
      }}
    </LoadedPart>
  );
}
