import { ChoiceField } from "../settings/ChoiceField";
import type { FaultOf } from "../settings/faults";
import { Section } from "../settings/Section";
import { TextField } from "../settings/TextField";
import { usePlanWords } from "../words/plans/usePlanWords";
import type { Draft } from "./draft";

interface MeasurePartProps {
  readonly draft: Draft;
  readonly faultOf: FaultOf;
  readonly onChange: (part: Partial<Draft>) => void;
}

const WAYS = ["REBUILD", "PAGE"] as const;

export function MeasurePart({ draft, faultOf, onChange }: MeasurePartProps) {
  const { measure: words } = usePlanWords();
  return (
    <Section what={words.what} why={words.why}>
      <TextField
        label={words.holdout}
        type="number"
        value={String(draft.holdout_percent)}
        hint={words.holdoutWhy}
        fault={faultOf("holdout_percent")}
        onChange={(percent) => onChange({ holdout_percent: Number(percent) })}
      />
      <ChoiceField
        label={words.wayBack}
        value={draft.way_back}
        options={WAYS.map((way) => ({ value: way, label: words.ways[way] }))}
        fault={faultOf("way_back")}
        onChange={(way) => onChange({ way_back: way as Draft["way_back"] })}
      />
    </Section>
  );
}
