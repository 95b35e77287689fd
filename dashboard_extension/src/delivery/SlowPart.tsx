import { Button } from "@saleor/macaw-ui";
import type { FaultOf } from "../settings/faults";
import { Section } from "../settings/Section";
import { TextField } from "../settings/TextField";
import { useDeliveryWords } from "../words/delivery/useDeliveryWords";
import { fill } from "../words/language";
import { DaysField } from "./DaysField";
import type { SlowRule, StoreRules, VendorRule } from "./draft";
import { RemoveRow } from "./RemoveRow";

interface SlowPartProps {
  readonly rules: StoreRules;
  readonly faultOf: FaultOf;
  readonly onChange: (rules: Partial<StoreRules>) => void;
}

const A_DAY = { least: 1, most: 2 };

/** Which products take longer: by an attribute, or by the vendor whom an attribute names. */
export function SlowPart({ rules, faultOf, onChange }: SlowPartProps) {
  const { slow: words } = useDeliveryWords();
  const { slow, vendors } = rules;
  const putSlow = (index: number, part: Partial<SlowRule>) =>
    onChange({ slow: slow.map((one, other) => (other === index ? { ...one, ...part } : one)) });
  const putVendor = (index: number, part: Partial<VendorRule>) =>
    onChange({ vendors: vendors.map((one, other) => (other === index ? { ...one, ...part } : one)) });
  return (
    <Section what={words.what} why={words.why}>
      {slow.map((rule, index) => {
        const name = fill(words.row, { n: String(index + 1) });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list; it has no other name.
          <fieldset key={index} className="rule slow-row">
            <legend className="only-heard">{name}</legend>
            <TextField
              label={words.attribute}
              value={rule.attribute}
              fault={faultOf(`slow.${index}.attribute`)}
              onChange={(attribute) => putSlow(index, { attribute })}
            />
            <TextField
              label={words.values}
              value={rule.values.join(",")}
              hint={words.valuesHint}
              fault={faultOf(`slow.${index}.values`)}
              onChange={(text) =>
                putSlow(index, { values: text === "" ? [] : text.split(",").map((one) => one.trim()) })
              }
            />
            <DaysField
              label={words.extra}
              days={rule.extra_handling}
              fault={faultOf(`slow.${index}.extra_handling`)}
              onChange={(extra_handling) => putSlow(index, { extra_handling })}
            />
            <RemoveRow name={name} onRemove={() => onChange({ slow: slow.filter((_, other) => other !== index) })} />
          </fieldset>
        );
      })}
      <Button
        type="button"
        variant="secondary"
        size="small"
        onClick={() => onChange({ slow: [...slow, { attribute: "", values: [], extra_handling: A_DAY }] })}
      >
        {words.add}
      </Button>
      <TextField
        label={words.vendorAttribute}
        value={rules.vendor_attribute}
        hint={words.vendorHint}
        fault={faultOf("vendor_attribute")}
        onChange={(vendor_attribute) => onChange({ vendor_attribute })}
      />
      {vendors.map((rule, index) => {
        const name = fill(words.vendorRow, { n: String(index + 1) });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list; it has no other name.
          <fieldset key={index} className="rule vendor-row">
            <legend className="only-heard">{name}</legend>
            <TextField
              label={words.vendor}
              value={rule.vendor}
              fault={faultOf(`vendors.${index}.vendor`)}
              onChange={(vendor) => putVendor(index, { vendor })}
            />
            <DaysField
              label={words.extra}
              days={rule.extra_handling}
              fault={faultOf(`vendors.${index}.extra_handling`)}
              onChange={(extra_handling) => putVendor(index, { extra_handling })}
            />
            <RemoveRow
              name={name}
              onRemove={() => onChange({ vendors: vendors.filter((_, other) => other !== index) })}
            />
          </fieldset>
        );
      })}
      {rules.vendor_attribute !== "" && (
        <Button
          type="button"
          variant="secondary"
          size="small"
          onClick={() => onChange({ vendors: [...vendors, { vendor: "", extra_handling: A_DAY }] })}
        >
          {words.addVendor}
        </Button>
      )}
    </Section>
  );
}
