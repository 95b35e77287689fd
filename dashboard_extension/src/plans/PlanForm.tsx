import { Button } from "@saleor/macaw-ui";
import type { CartPlanGivenFragment } from "../generated/CartPlans";
import { ChoiceField } from "../settings/ChoiceField";
import { Savebar } from "../settings/Savebar";
import { SureDialog } from "../settings/SureDialog";
import { useAppWords } from "../words/app/useAppWords";
import { usePlanWords } from "../words/plans/usePlanWords";
import { currencyOf } from "./draft";
import { faultReader } from "./faultOf";
import { MeasurePart } from "./MeasurePart";
import { StepsPart } from "./StepsPart";
import { TrialPart } from "./TrialPart";
import { usePlanForm } from "./usePlanForm";
import { VersionsPart } from "./VersionsPart";
import { VoucherPart } from "./VoucherPart";

interface PlanFormProps {
  readonly given: CartPlanGivenFragment;
  readonly plans: readonly CartPlanGivenFragment[];
  readonly onChoose: (channel: string | null) => void;
  readonly onChange: () => Promise<void>;
}

export function PlanForm({ given, plans, onChoose, onChange }: PlanFormProps) {
  const words = usePlanWords();
  const { settings } = useAppWords();
  const form = usePlanForm(given, onChange);
  const { draft, faults, change } = form;
  const faultOf = faultReader(words, faults);
  const currency = currencyOf(plans, given.channel);
  const general = faultOf("version") ?? faultOf("channel");
  return (
    <>
      <ChoiceField
        label={words.which}
        value={given.channel ?? ""}
        options={plans.map(({ channel, name }) => ({ value: channel ?? "", label: name ?? words.everyChannel }))}
        onChange={(channel) => form.ask(() => onChoose(channel === "" ? null : channel))}
      />
      <p className="quiet">{words.switchNote}</p>
      {!given.mayChange && <p className="stale">{words.onlyChannels}</p>}
      {!given.isOwn && <p className="stale">{given.channel === null ? words.usual : words.follows}</p>}
      {general !== null && <p className="fault">{general}</p>}
      <form
        id="configuration"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.save();
        }}
      >
        <fieldset className="everywhere" disabled={!given.mayChange}>
          <StepsPart
            draft={draft}
            currency={currency}
            mostAWeek={given.mostEmailsAWeek}
            faultOf={faultOf}
            onChange={change}
          />
          <VoucherPart draft={draft} currency={currency} faultOf={faultOf} onChange={change} />
          <MeasurePart draft={draft} faultOf={faultOf} onChange={change} />
        </fieldset>
      </form>
      {given.mayChange && <TrialPart channel={given.channel} draft={draft} />}
      <VersionsPart
        channel={given.channel}
        version={given.version}
        onRestore={given.mayChange ? form.restore : null}
        follow={
          given.isOwn && given.mayChange && !form.changed ? (
            <Button type="button" variant="secondary" size="small" onClick={form.follow}>
              {given.channel === null ? words.backToUsual : words.followAgain}
            </Button>
          ) : null
        }
      />
      {form.changed && <Savebar form={form} />}
      <SureDialog
        open={form.leaving !== null}
        what={settings.leave.what}
        why={settings.leave.why}
        stay={settings.leave.stay}
        go={settings.leave.go}
        onStay={form.stay}
        onGo={() => form.leaving?.()}
      />
    </>
  );
}
