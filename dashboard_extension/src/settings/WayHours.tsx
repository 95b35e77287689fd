import { useAppWords } from "../words/app/useAppWords";
import { useLanguage } from "../words/useLanguage";
import { ChoiceField } from "./ChoiceField";
import { DayHours } from "./DayHours";
import type { OwnHours } from "./draft";
import { HolidaysField } from "./HolidaysField";
import { weekdays } from "./weekdays";
import { zoneOptions } from "./zones";

interface WayHoursProps {
  readonly hours: OwnHours;
  readonly onChange: (hours: OwnHours) => void;
}

/** The hours of one way to the shop, where they are not the shop's. */
export function WayHours({ hours, onChange }: WayHoursProps) {
  const { settings: words } = useAppWords();
  const { tag } = useLanguage();
  const { week } = hours;
  return (
    <>
      <ChoiceField
        label={words.timeZone}
        value={hours.time_zone}
        options={zoneOptions(hours.time_zone)}
        onChange={(time_zone) => onChange({ ...hours, time_zone })}
      />
      <div className="week">
        {weekdays(tag).map((name, index) => (
          <DayHours
            key={name}
            name={name}
            shifts={week[index] ?? []}
            onChange={(shifts) =>
              onChange({ ...hours, week: week.map((day, other) => (other === index ? shifts : day)) })
            }
          />
        ))}
      </div>
      <HolidaysField days={hours.closed_on} fault={null} onChange={(closed_on) => onChange({ ...hours, closed_on })} />
    </>
  );
}
