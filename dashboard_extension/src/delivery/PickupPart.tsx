import { useId } from "react";
import { Check } from "../settings/Check";
import { DayHours } from "../settings/DayHours";
import type { Shift } from "../settings/draft";
import { FieldHelp } from "../settings/FieldHelp";
import type { FaultOf } from "../settings/faults";
import { TextField } from "../settings/TextField";
import { weekdays } from "../settings/weekdays";
import { useDeliveryWords } from "../words/delivery/useDeliveryWords";
import { useLanguage } from "../words/useLanguage";
import type { WarehouseRules } from "./draft";

interface PickupPartProps {
  readonly rules: WarehouseRules;
  readonly faultOf: FaultOf;
  readonly onChange: (rules: Partial<WarehouseRules>) => void;
}

const OFFICE_DAY: readonly Shift[] = [["09:00", "18:00"]];

/** When a place that hands parcels out is open. */
export function PickupPart({ rules, faultOf, onChange }: PickupPartProps) {
  const words = useDeliveryWords();
  const { tag } = useLanguage();
  const id = useId();
  const { pickup_week: week } = rules;
  const start = () => weekdays(tag).map((_, index) => (index < 5 ? OFFICE_DAY : []));
  return (
    <section className="part">
      <h3>{words.pickup}</h3>
      <Check
        label={words.pickupOn}
        checked={week !== null}
        onChange={(on) => onChange({ pickup_week: on ? start() : null })}
      />
      {week !== null && (
        <>
          <div className="week">
            {weekdays(tag).map((name, index) => (
              <DayHours
                key={name}
                name={name}
                shifts={week[index] ?? []}
                onChange={(shifts) =>
                  onChange({ pickup_week: week.map((day, other) => (other === index ? shifts : day)) })
                }
              />
            ))}
            <FieldHelp id={id} fault={faultOf("pickup_week")} />
          </div>
          <TextField
            label={words.pickupReady}
            type="number"
            value={String(rules.pickup_ready_hours)}
            fault={faultOf("pickup_ready_hours")}
            onChange={(hours) => onChange({ pickup_ready_hours: Number(hours) })}
          />
        </>
      )}
    </section>
  );
}
