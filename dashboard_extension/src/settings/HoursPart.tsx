import { Button } from "@saleor/macaw-ui";
import { useId } from "react";
import { useAppWords } from "../words/app/useAppWords";
import { useLanguage } from "../words/useLanguage";
import { Check } from "./Check";
import { ChoiceField } from "./ChoiceField";
import { DayHours } from "./DayHours";
import { FieldHelp } from "./FieldHelp";
import { HolidaysField } from "./HolidaysField";
import type { PartProps } from "./parts";
import { Section } from "./Section";
import { weekdays } from "./weekdays";
import { zoneOptions } from "./zones";

const WORKING_DAYS = 5;

export function HoursPart({ settings, faultOf, onChange }: PartProps) {
  const { settings: words } = useAppWords();
  const { tag } = useLanguage();
  const id = useId();
  const { week } = settings;
  const [monday = []] = week;
  return (
    <Section {...words.sections.hours}>
      <ChoiceField
        label={words.timeZone}
        value={settings.time_zone}
        options={zoneOptions(settings.time_zone)}
        fault={faultOf("time_zone")}
        onChange={(time_zone) => onChange({ time_zone })}
      />
      <div className="week">
        {weekdays(tag).map((name, index) => (
          <DayHours
            key={name}
            name={name}
            shifts={week[index] ?? []}
            onChange={(shifts) => onChange({ week: week.map((day, other) => (other === index ? shifts : day)) })}
          />
        ))}
        <Button
          type="button"
          variant="tertiary"
          size="small"
          onClick={() => onChange({ week: week.map((day, index) => (index < WORKING_DAYS ? monday : day)) })}
        >
          {words.copyDown}
        </Button>
        {faultOf("week") && <FieldHelp id={id} fault={faultOf("week")} />}
      </div>
      <HolidaysField
        days={settings.closed_on}
        fault={faultOf("closed_on")}
        onChange={(closed_on) => onChange({ closed_on })}
      />
      <Check
        label={words.closedOnHolidays}
        note={words.closedOnHolidaysNote}
        checked={settings.closed_on_holidays}
        onChange={(closed_on_holidays) => onChange({ closed_on_holidays })}
      />
    </Section>
  );
}
