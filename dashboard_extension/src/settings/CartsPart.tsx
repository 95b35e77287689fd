import { PageLink } from "../app/PageLink";
import { PLANS } from "../app/way";
import { useAppWords } from "../words/app/useAppWords";
import { Check } from "./Check";
import { LinesField } from "./LinesField";
import type { PartProps } from "./parts";
import { Section } from "./Section";

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
          <LinesField
            label={words.consentKeys}
            lines={settings.consent_keys}
            hint={words.consentHint}
            fault={faultOf("consent_keys")}
            onChange={(consent_keys) => onChange({ consent_keys })}
          />
          <PageLink to={`/settings/${PLANS}`} className="link shown">
            {words.cartPlan}
          </PageLink>
        </>
      )}
    </Section>
  );
}
