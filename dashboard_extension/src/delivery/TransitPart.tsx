import { Button } from "@saleor/macaw-ui";
import type { DeliveryGivenFragment } from "../generated/DeliveryRules";
import type { FaultOf } from "../settings/faults";
import { Section } from "../settings/Section";
import { useDeliveryWords } from "../words/delivery/useDeliveryWords";
import { fill } from "../words/language";
import type { StoreRules, TransitRule } from "./draft";
import { SaleorDays } from "./SaleorDays";
import { TransitRow } from "./TransitRow";

interface TransitPartProps {
  readonly rules: StoreRules;
  readonly methods: DeliveryGivenFragment["methods"];
  readonly faultOf: FaultOf;
  readonly onChange: (rules: Partial<StoreRules>) => void;
}

const NEW_RULE: TransitRule = {
  method: "",
  country: "",
  postal_prefix: "",
  days: { least: 1, most: 3 },
  week: null,
  holidays: true,
};

/** How long the carriers take, and what holds for the methods of which no row speaks. */
export function TransitPart({ rules, methods, faultOf, onChange }: TransitPartProps) {
  const { transit: words } = useDeliveryWords();
  const { transit } = rules;
  const put = (index: number, part: Partial<TransitRule>) =>
    onChange({ transit: transit.map((one, other) => (other === index ? { ...one, ...part } : one)) });
  const general = transit.some(({ method, country, postal_prefix }) => !method && !country && !postal_prefix);
  const rowed = new Set(transit.filter(({ country }) => !country).map(({ method }) => method));
  const without = general ? [] : methods.filter(({ id }) => !rowed.has(id));
  return (
    <Section what={words.what} why={words.why}>
      {transit.map((rule, index) => (
        <TransitRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list; it has no other name.
          key={index}
          name={fill(words.row, { n: String(index + 1) })}
          rule={rule}
          methods={methods}
          faultOf={(field) => faultOf(`transit.${index}.${field}`)}
          onChange={(part) => put(index, part)}
          onRemove={() => onChange({ transit: transit.filter((_, other) => other !== index) })}
        />
      ))}
      <Button
        type="button"
        variant="secondary"
        size="small"
        onClick={() => onChange({ transit: [...transit, NEW_RULE] })}
      >
        {words.add}
      </Button>
      {(without.length > 0 || methods.length === 0) && <SaleorDays methods={without} />}
    </Section>
  );
}
