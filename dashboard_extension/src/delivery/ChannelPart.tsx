import { Check } from "../settings/Check";
import type { FaultOf } from "../settings/faults";
import { Section } from "../settings/Section";
import { TextField } from "../settings/TextField";
import { useDeliveryWords } from "../words/delivery/useDeliveryWords";
import type { ChannelRules } from "./draft";

interface ChannelPartProps {
  readonly name: string;
  readonly rules: ChannelRules;
  readonly faultOf: FaultOf;
  readonly onChange: (rules: Partial<ChannelRules>) => void;
}

/** What one channel's pages say beside the date, and how careful its promises are. */
export function ChannelPart({ name, rules, faultOf, onChange }: ChannelPartProps) {
  const { channel: words, promise } = useDeliveryWords();
  return (
    <Section what={name} why={words.what}>
      <TextField
        label={words.returnsDays}
        type="number"
        value={rules.returns_days === null ? "" : String(rules.returns_days)}
        hint={words.returnsHint}
        fault={faultOf("returns_days")}
        onChange={(days) => onChange({ returns_days: days === "" ? null : Number(days) })}
      />
      <TextField
        label={words.returnsUrl}
        type="url"
        value={rules.returns_url}
        fault={faultOf("returns_url")}
        onChange={(returns_url) => onChange({ returns_url })}
      />
      <TextField
        label={words.wrongUrl}
        type="url"
        value={rules.wrong_url}
        fault={faultOf("wrong_url")}
        onChange={(wrong_url) => onChange({ wrong_url })}
      />
      <TextField
        label={words.dutiesNote}
        value={rules.duties_note}
        hint={words.dutiesHint}
        fault={faultOf("duties_note")}
        onChange={(duties_note) => onChange({ duties_note })}
      />
      <section className="part">
        <h3>{promise.what}</h3>
        <Check
          label={promise.widen}
          note={promise.widenWhy}
          checked={rules.widen}
          onChange={(widen) => onChange({ widen })}
        />
        <Check
          label={promise.apologise}
          note={promise.apologiseWhy}
          checked={rules.apologise}
          onChange={(apologise) => onChange({ apologise })}
        />
        <TextField
          label={promise.narrowest}
          type="number"
          value={String(rules.narrowest_days)}
          fault={faultOf("narrowest_days")}
          onChange={(days) => onChange({ narrowest_days: Number(days) })}
        />
      </section>
    </Section>
  );
}
