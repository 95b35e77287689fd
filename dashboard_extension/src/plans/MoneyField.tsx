import { TextField } from "../settings/TextField";
import { usePlanWords } from "../words/plans/usePlanWords";
import type { Money } from "./draft";

interface MoneyFieldProps {
  readonly label: string;
  readonly money: Money;
  readonly fault: string | null;
  readonly onChange: (money: Money) => void;
}

export function MoneyField({ label, money, fault, onChange }: MoneyFieldProps) {
  const { conditions: words } = usePlanWords();
  const { amount, currency } = money;
  return (
    <div className="money-field">
      <TextField
        label={label}
        value={amount}
        fault={fault}
        onChange={(text) => onChange({ amount: text.trim().replace(",", "."), currency })}
      />
      <TextField
        label={words.currency}
        value={currency}
        onChange={(text) => onChange({ amount, currency: text.trim().toUpperCase() })}
      />
    </div>
  );
}
