import { TextField } from "../settings/TextField";
import { useCartWords } from "../words/carts/useCartWords";
import { usePlanWords } from "../words/plans/usePlanWords";
import { ChoicesField } from "./ChoicesField";
import { type Leaf, PROFILES } from "./conditions";
import { MoneyField } from "./MoneyField";
import { TicksField } from "./TicksField";

interface LeafFieldProps {
  readonly leaf: Leaf;
  readonly fault: string | null;
  readonly onChange: (leaf: Leaf) => void;
}

/** The value that a condition asks for. */
export function LeafField({ leaf, fault, onChange }: LeafFieldProps) {
  const { conditions: words } = usePlanWords();
  const { causes } = useCartWords();
  switch (leaf.is) {
    case "VALUE_AT_LEAST":
    case "VALUE_BELOW":
      return (
        <MoneyField
          label={words.amount}
          money={leaf}
          fault={fault}
          onChange={(money) => onChange({ ...leaf, ...money })}
        />
      );
    case "QUANTITY_AT_LEAST":
      return (
        <TextField
          label={words.pieces}
          type="number"
          value={String(leaf.pieces)}
          fault={fault}
          onChange={(pieces) => onChange({ ...leaf, pieces: Number(pieces) })}
        />
      );
    case "SHIPPING_SHARE_AT_LEAST":
      return (
        <TextField
          label={words.percent}
          type="number"
          value={String(leaf.percent)}
          fault={fault}
          onChange={(percent) => onChange({ ...leaf, percent: Number(percent) })}
        />
      );
    case "CAUSE":
      return (
        <TicksField
          legend={words.kinds.CAUSE}
          options={Object.keys(causes) as (keyof typeof causes)[]}
          names={causes}
          chosen={leaf.of}
          fault={fault}
          onChange={(of) => onChange({ ...leaf, of })}
        />
      );
    case "PROFILE":
      return (
        <TicksField
          legend={words.kinds.PROFILE}
          options={PROFILES}
          names={words.profiles}
          chosen={leaf.of}
          fault={fault}
          onChange={(of) => onChange({ ...leaf, of })}
        />
      );
    default:
      return <ChoicesField kind={leaf.is} ids={leaf.of} fault={fault} onChange={(of) => onChange({ ...leaf, of })} />;
  }
}
