import { X } from "lucide-react";
import { ChoiceField } from "../settings/ChoiceField";
import { fill } from "../words/language";
import { usePlanWords } from "../words/plans/usePlanWords";
import { KINDS, type Kind, newLeaf, type Row } from "./conditions";
import { LeafField } from "./LeafField";

interface ConditionRowProps {
  readonly step: number;
  readonly index: number;
  readonly row: Row;
  readonly currency: string;
  readonly fault: string | null;
  readonly onChange: (row: Row) => void;
  readonly onRemove: () => void;
}

export function ConditionRow({ step, index, row, currency, fault, onChange, onRemove }: ConditionRowProps) {
  const { conditions: words } = usePlanWords();
  const place = { n: String(index + 1), step: String(step + 1) };
  const remove = fill(words.remove, place);
  return (
    <fieldset className="rule condition">
      <legend className="only-heard">{fill(words.row, place)}</legend>
      <ChoiceField
        label={words.asks}
        value={row.leaf.is}
        options={KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        onChange={(kind) => onChange({ ...row, leaf: newLeaf(kind as Kind, currency) })}
      />
      <ChoiceField
        label={words.how}
        value={row.not ? "not" : "is"}
        options={[
          { value: "is", label: words.is },
          { value: "not", label: words.isNot },
        ]}
        onChange={(how) => onChange({ ...row, not: how === "not" })}
      />
      <LeafField leaf={row.leaf} fault={fault} onChange={(leaf) => onChange({ ...row, leaf })} />
      <button type="button" className="icon remove-row" aria-label={remove} title={remove} onClick={onRemove}>
        <X size={16} aria-hidden="true" />
      </button>
    </fieldset>
  );
}
