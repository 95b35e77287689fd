import { useAppWords } from "../words/app/useAppWords";
import { useLanguage } from "../words/useLanguage";
import { Check } from "./Check";
import { DAY_NAMES } from "./draft";
import type { PartProps } from "./parts";
import { Section } from "./Section";
import { TextField } from "./TextField";
import { weekdays } from "./weekdays";

const CAPS = [
  "most_emails_a_week",
  "most_pushes_a_week",
  "most_sms_in_two_weeks",
  "most_whatsapp_in_two_weeks",
] as const;

/** What makes the rules of docs/contact-rules.md stricter for this merchant's people. */
export function RulesPart({ settings, faultOf, onChange }: PartProps) {
  const { settings: words } = useAppWords();
  const { tag } = useLanguage();
  const names = weekdays(tag);
  const { rest_days: rest } = settings;
  return (
    <Section {...words.sections.rules}>
      <Check
        label={words.softOptIn}
        note={words.softOptInWhy}
        checked={settings.soft_opt_in}
        onChange={(soft_opt_in) => onChange({ soft_opt_in })}
      />
      {(["quiet_from", "quiet_until"] as const).map((name) => (
        <TextField
          key={name}
          label={words.rules[name]}
          type="time"
          value={settings[name]}
          fault={faultOf(name)}
          onChange={(clock) => onChange({ [name]: clock })}
        />
      ))}
      <fieldset className="days">
        <legend>{words.restDays}</legend>
        {DAY_NAMES.map((day, index) => (
          <Check
            key={day}
            label={names[index] ?? day}
            checked={rest.includes(day)}
            onChange={(on) =>
              onChange({ rest_days: DAY_NAMES.filter((one) => (one === day ? on : rest.includes(one))) })
            }
          />
        ))}
        <Check
          label={words.restOnHolidays}
          checked={settings.rest_on_holidays}
          onChange={(rest_on_holidays) => onChange({ rest_on_holidays })}
        />
      </fieldset>
      {CAPS.map((name) => (
        <TextField
          key={name}
          label={words.rules[name]}
          type="number"
          value={String(settings[name])}
          fault={faultOf(name)}
          onChange={(most) => onChange({ [name]: Number(most) })}
        />
      ))}
    </Section>
  );
}
