import { Button } from "@saleor/macaw-ui";
import { type FormEvent, useState } from "react";
import { MediumTest, type MediumTestMutationVariables } from "../generated/MediumTest";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { useAppWords } from "../words/app/useAppWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { TextField } from "./TextField";

interface MediumTrialProps {
  readonly medium: MediumTestMutationVariables["medium"];
  readonly channel: string | null;
}

/** A message to a number of the reader's choice, by the account that is saved. */
export function MediumTrial({ medium, channel }: MediumTrialProps) {
  const { ask, dashboard } = useStaff();
  const { words: common, tag } = useLanguage();
  const { media: words } = useAppWords().settings;
  const [to, setTo] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy || to.trim() === "") return;
    setBusy(true);
    const asked = { medium, to, channel, locale: tag };
    const outcome = outcomeOf(await ask(MediumTest, asked), (data) => data.mediumTest);
    setBusy(false);
    setFault("faults" in outcome ? (outcome.faults[0]?.message ?? null) : null);
    if ("payload" in outcome) dashboard.toast("success", fill(words.tested, { to: outcome.payload.sentTo ?? to }));
    if ("failure" in outcome) dashboard.toast("error", words.notTested, common.failures[outcome.failure.code].why);
  }

  return (
    <form className="trial" onSubmit={send}>
      <TextField label={words.testTo} hint={words.testHint} value={to} fault={fault} onChange={setTo} />
      <Button type="submit" variant="secondary" aria-disabled={busy}>
        {busy ? words.testing : words.test}
      </Button>
    </form>
  );
}
