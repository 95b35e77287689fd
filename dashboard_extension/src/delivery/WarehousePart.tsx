import { Button } from "@saleor/macaw-ui";
import type { DeliveryGivenFragment } from "../generated/DeliveryRules";
import { ChoiceField } from "../settings/ChoiceField";
import type { FaultOf } from "../settings/faults";
import { Section } from "../settings/Section";
import { TextField } from "../settings/TextField";
import { zoneOptions } from "../settings/zones";
import { useDeliveryWords } from "../words/delivery/useDeliveryWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { ClosuresField } from "./ClosuresField";
import { CutoffWeek } from "./CutoffWeek";
import { DaysField } from "./DaysField";
import type { Usual, WarehouseRules } from "./draft";
import { HolidaysPart } from "./HolidaysPart";
import { PickupPart } from "./PickupPart";

interface WarehousePartProps {
  readonly warehouse: DeliveryGivenFragment["warehouses"][number];
  readonly rules: WarehouseRules;
  readonly faultOf: FaultOf;
  readonly onChange: (rules: Partial<WarehouseRules>) => void;
}

/** How one warehouse works. */
export function WarehousePart({ warehouse, rules, faultOf, onChange }: WarehousePartProps) {
  const words = useDeliveryWords();
  const { country: nameOf } = useLanguage();
  const usual = JSON.parse(warehouse.usual) as Usual;
  const isUsual = rules.cutoffs.length === 0;
  const country = nameOf(warehouse.country);
  const zones = zoneOptions(rules.time_zone || usual.time_zone);
  const ofCountry = { value: "", label: fill(words.zoneOfCountry, { zone: usual.time_zone.replaceAll("_", " ") }) };
  return (
    <Section what={warehouse.name} why={[warehouse.place, country].filter(Boolean).join(", ")}>
      {isUsual ? (
        <div className="stale usual">
          <div>
            <p className="name">{words.usual.what}</p>
            <p>{fill(words.usual.why, { country })}</p>
          </div>
          <Button
            type="button"
            variant="secondary"
            size="small"
            onClick={() => onChange({ week: usual.week, cutoffs: usual.cutoffs })}
          >
            {words.usual.confirm}
          </Button>
        </div>
      ) : null}
      <CutoffWeek
        week={rules.week.length > 0 ? rules.week : usual.week}
        cutoffs={isUsual ? usual.cutoffs : rules.cutoffs}
        fault={faultOf("cutoffs") ?? faultOf("week")}
        onChange={onChange}
      />
      {!isUsual && (
        <button type="button" className="link" onClick={() => onChange({ week: [], cutoffs: [] })}>
          {words.usual.back}
        </button>
      )}
      <DaysField
        label={words.handling}
        hint={words.handlingWhy}
        days={rules.handling}
        fault={faultOf("handling")}
        onChange={(handling) => onChange({ handling })}
      />
      <ChoiceField
        label={words.timeZone}
        value={rules.time_zone}
        options={[ofCountry, ...zones]}
        fault={faultOf("time_zone")}
        onChange={(time_zone) => onChange({ time_zone })}
      />
      <section className="part">
        <h3>{words.daysOff}</h3>
        <HolidaysPart country={warehouse.country} holidays={warehouse.holidays} rules={rules} onChange={onChange} />
        <TextField
          label={words.halfDayUntil}
          type="time"
          value={rules.half_day_until}
          fault={faultOf("half_day_until")}
          onChange={(half_day_until) => onChange({ half_day_until })}
        />
        <ClosuresField closures={rules.closures} faultOf={faultOf} onChange={(closures) => onChange({ closures })} />
      </section>
      <section className="part">
        <h3>{words.stock}</h3>
        <TextField
          label={words.expectedOn}
          type="date"
          hint={words.expectedWhy}
          value={rules.expected_on ?? ""}
          fault={faultOf("expected_on")}
          onChange={(day) => onChange({ expected_on: day || null })}
        />
      </section>
      {warehouse.hasPickup && <PickupPart rules={rules} faultOf={faultOf} onChange={onChange} />}
    </Section>
  );
}
