import { useAppWords } from "../words/app/useAppWords";
import { Check } from "./Check";
import { LinesField } from "./LinesField";
import type { PartProps } from "./parts";
import { Section } from "./Section";
import { TextField } from "./TextField";

export function CartsPart({ settings, faultOf, onChange }: PartProps) {
  const { settings: words } = useAppWords();
  return (
    <Section {...words.sections.carts}>
      <Check
        label={words.cartReminders}
        checked={settings.cart_reminders}
        onChange={(cart_reminders) => onChange({ cart_reminders })}
      />
      {settings.cart_reminders && (
        <>
          <TextField
            label={words.cartQuiet}
            type="number"
            value={String(settings.cart_quiet_minutes)}
            fault={faultOf("cart_quiet_minutes")}
            onChange={(minutes) => onChange({ cart_quiet_minutes: Number(minutes) })}
          />
          <LinesField
            label={words.consentKeys}
            lines={settings.consent_keys}
            hint={words.consentHint}
            fault={faultOf("consent_keys")}
            onChange={(consent_keys) => onChange({ consent_keys })}
          />
        </>
      )}
    </Section>
  );
}
