import type { DeliveryGivenFragment } from "../generated/DeliveryRules";
import { Check } from "../settings/Check";
import { ChoiceField } from "../settings/ChoiceField";
import type { FaultOf } from "../settings/faults";
import { TextField } from "../settings/TextField";
import { useDeliveryWords } from "../words/delivery/useDeliveryWords";
import { useLanguage } from "../words/useLanguage";
import { DaysField } from "./DaysField";
import type { TransitRule } from "./draft";
import { RemoveRow } from "./RemoveRow";
import { weekKey, weekOf, weekOptions } from "./weeks";

interface TransitRowProps {
  readonly name: string;
  readonly rule: TransitRule;
  readonly methods: DeliveryGivenFragment["methods"];
  readonly faultOf: FaultOf;
  readonly onChange: (part: Partial<TransitRule>) => void;
  readonly onRemove: () => void;
}

/** One row of how long carriers take. */
export function TransitRow({ name, rule, methods, faultOf, onChange, onRemove }: TransitRowProps) {
  const { transit: words } = useDeliveryWords();
  const { country: nameOf } = useLanguage();
  const chosen = methods.find(({ id }) => id === rule.method);
  const reached = new Set((chosen ? [chosen] : methods).flatMap(({ countries }) => countries));
  if (rule.country !== "") reached.add(rule.country);
  const countries = [...reached].map((code) => ({ value: code, label: nameOf(code) }));
  countries.sort((one, other) => one.label.localeCompare(other.label));
  const named = methods.map(({ id, name: method, zone }) => ({ value: id, label: `${method} · ${zone}` }));
  // A method that is gone from Saleor stays until somebody takes the row out.
  if (rule.method !== "" && chosen === undefined) named.push({ value: rule.method, label: rule.method });
  return (
    <fieldset className="rule transit-row">
      <legend className="only-heard">{name}</legend>
      <ChoiceField
        label={words.method}
        value={rule.method}
        options={[{ value: "", label: words.anyMethod }, ...named]}
        fault={faultOf("method")}
        onChange={(method) => onChange({ method })}
      />
      <ChoiceField
        label={words.country}
        value={rule.country}
        options={[{ value: "", label: words.anyCountry }, ...countries]}
        fault={faultOf("country")}
        onChange={(country) => onChange({ country })}
      />
      <TextField
        label={words.prefix}
        value={rule.postal_prefix}
        fault={faultOf("postal_prefix")}
        onChange={(postal_prefix) => onChange({ postal_prefix })}
      />
      <DaysField label={words.days} days={rule.days} fault={faultOf("days")} onChange={(days) => onChange({ days })} />
      <ChoiceField
        label={words.week}
        value={weekKey(rule.week)}
        options={weekOptions(words, weekKey(rule.week))}
        fault={faultOf("week")}
        onChange={(key) => onChange({ week: weekOf(key) })}
      />
      <Check label={words.holidays} checked={rule.holidays} onChange={(holidays) => onChange({ holidays })} />
      <RemoveRow name={name} onRemove={onRemove} />
    </fieldset>
  );
}
