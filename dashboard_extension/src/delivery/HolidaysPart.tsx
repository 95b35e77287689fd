import type { DeliveryGivenFragment } from "../generated/DeliveryRules";
import { Check } from "../settings/Check";
import { useDeliveryWords } from "../words/delivery/useDeliveryWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import type { WarehouseRules } from "./draft";

interface HolidaysPartProps {
  readonly country: string;
  readonly holidays: DeliveryGivenFragment["warehouses"][number]["holidays"];
  readonly rules: Pick<WarehouseRules, "holidays" | "works_on">;
  readonly onChange: (rules: Partial<WarehouseRules>) => void;
}

/** The country's holidays by name, and on which of them the warehouse works all the same. */
export function HolidaysPart({ country, holidays, rules, onChange }: HolidaysPartProps) {
  const words = useDeliveryWords();
  const { tag, count, country: nameOf } = useLanguage();
  const format = new Intl.DateTimeFormat(tag, {
    weekday: "short",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const turn = (day: string, closed: boolean) =>
    onChange({ works_on: closed ? rules.works_on.filter((one) => one !== day) : [...rules.works_on, day].sort() });
  return (
    <>
      <Check
        label={fill(words.holidays, { country: nameOf(country) })}
        checked={rules.holidays}
        onChange={(on) => onChange({ holidays: on })}
      />
      {rules.holidays && holidays.length === 0 && <p className="quiet">{words.noHolidays}</p>}
      {rules.holidays && holidays.length > 0 && (
        <details className="unfolds">
          <summary>{count(words.holidaysShown, holidays.length)}</summary>
          <p className="help quiet">{words.workThen}</p>
          <ul>
            {holidays.map(({ on, name, halfUntil }) => (
              <li key={on}>
                <Check
                  label={name}
                  note={[format.format(Date.parse(on)), halfUntil === null ? "" : words.halfDay]
                    .filter(Boolean)
                    .join(" · ")}
                  checked={!rules.works_on.includes(on)}
                  onChange={(closed) => turn(on, closed)}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
