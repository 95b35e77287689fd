import { Check } from "../settings/Check";
import { ChoiceField } from "../settings/ChoiceField";
import type { FaultOf } from "../settings/faults";
import { TextField } from "../settings/TextField";
import { useMatterWords } from "../words/matters/useMatterWords";
import { useRoutingWords } from "../words/routing/useRoutingWords";
import { ListField } from "./ListField";
import type { Effects } from "./rule";

interface EffectFieldsProps {
  readonly effects: Effects;
  readonly reasons: readonly { readonly value: string; readonly label: string }[];
  readonly departments: readonly string[];
  /** By the field within the effects. */
  readonly faultOf: FaultOf;
  readonly onChange: (effects: Effects) => void;
}

/** What is settled about a ticket for which the rule holds. */
export function EffectFields({ effects, reasons, departments, faultOf, onChange }: EffectFieldsProps) {
  const words = useRoutingWords();
  const { priorities } = useMatterWords();
  const put = (part: Partial<Effects>) => onChange({ ...effects, ...part });
  const asIs = { value: "", label: words.asIs };
  return (
    <fieldset className="routing-part">
      <legend>{words.effects}</legend>
      <ChoiceField
        label={words.reason}
        value={effects.reason ?? ""}
        options={[asIs, ...reasons]}
        fault={faultOf("reason")}
        onChange={(reason) => put({ reason })}
      />
      <ChoiceField
        label={words.priority}
        value={effects.priority ?? ""}
        options={[asIs, ...Object.entries(priorities).map(([value, label]) => ({ value, label }))]}
        fault={faultOf("priority")}
        onChange={(priority) => put({ priority })}
      />
      <ChoiceField
        label={words.department}
        value={effects.department ?? ""}
        options={[asIs, ...departments.map((name) => ({ value: name, label: name }))]}
        fault={faultOf("department")}
        onChange={(department) => put({ department })}
      />
      <ListField
        label={words.tags}
        hint={words.tagsHint}
        list={effects.tags ?? []}
        fault={faultOf("tags")}
        onChange={(tags) => put({ tags })}
      />
      <TextField
        label={words.assignee}
        type="email"
        value={effects.assignee ?? ""}
        fault={faultOf("assignee")}
        onChange={(assignee) => put({ assignee })}
      />
      <Check label={words.fair} checked={effects.fair ?? false} onChange={(fair) => put({ fair })} />
    </fieldset>
  );
}
