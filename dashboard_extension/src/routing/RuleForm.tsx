import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { RoutingRuleUpdate } from "../generated/RoutingRuleUpdate";
import { useReasons } from "../inbox/useReasons";
import { Check } from "../settings/Check";
import { TextField } from "../settings/TextField";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { faultText, useSender } from "../staff/useSender";
import { useRoutingWords } from "../words/routing/useRoutingWords";
import { ConditionFields } from "./ConditionFields";
import { EffectFields } from "./EffectFields";
import { RuleTrial } from "./RuleTrial";
import { inputOf, type RuleDraft } from "./rule";

interface RuleFormProps {
  readonly rule: RuleDraft;
  readonly departments: readonly string[];
  readonly channels: readonly { readonly slug: string; readonly name: string }[];
  readonly onSaved: () => void;
  readonly onLeave: () => void;
  readonly onDelete?: () => void;
}

export function RuleForm({ rule, departments, channels, onSaved, onLeave, onDelete }: RuleFormProps) {
  const words = useRoutingWords();
  const { ask, dashboard } = useStaff();
  const { reasons } = useReasons();
  const sender = useSender<unknown>(words);
  const [draft, setDraft] = useState(rule);
  const faultOf = (field: string) => {
    const fault = sender.faults.find((one) => one.field === field || one.field?.startsWith(`${field}.`));
    return fault ? faultText(words, fault) : null;
  };
  const save = async () => {
    const input = inputOf(draft);
    const done = await sender.send(async () =>
      outcomeOf(await ask(RoutingRuleUpdate, { input }), (data) => data.routingRuleUpdate),
    );
    if (done === null) return;
    dashboard.toast("success", words.saved);
    onSaved();
  };
  const whole = sender.faults.find(({ field }) => field === null || ["id", "conditions", "effects"].includes(field));
  return (
    <form
      className="section routing-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        label={words.name}
        value={draft.name}
        fault={faultOf("name")}
        onChange={(name) => setDraft({ ...draft, name })}
      />
      <Check label={words.on} checked={draft.isOn} onChange={(isOn) => setDraft({ ...draft, isOn })} />
      <ConditionFields
        conditions={draft.conditions}
        reasons={reasons}
        channels={channels}
        faultOf={(field) => faultOf(`conditions.${field}`)}
        onChange={(conditions) => setDraft({ ...draft, conditions })}
      />
      <EffectFields
        effects={draft.effects}
        reasons={reasons}
        departments={departments}
        faultOf={(field) => faultOf(`effects.${field}`)}
        onChange={(effects) => setDraft({ ...draft, effects })}
      />
      {whole && (
        <p className="fault" role="alert">
          {faultText(words, whole)}
        </p>
      )}
      <RuleTrial conditions={draft.conditions} />
      <div className="form-deeds">
        <Button type="submit" aria-disabled={sender.busy}>
          {sender.busy ? words.saving : words.save}
        </Button>
        <Button type="button" variant="secondary" onClick={onLeave}>
          {words.cancel}
        </Button>
        {onDelete && (
          <Button type="button" variant="tertiary" onClick={onDelete}>
            {words.remove}
          </Button>
        )}
      </div>
    </form>
  );
}
