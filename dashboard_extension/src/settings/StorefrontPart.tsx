import { useAppWords } from "../words/app/useAppWords";
import { LinesField } from "./LinesField";
import type { PartProps } from "./parts";
import { Section } from "./Section";
import { TextField } from "./TextField";

export function StorefrontPart({ settings, faultOf, onChange }: PartProps) {
  const { settings: words } = useAppWords();
  return (
    <Section {...words.sections.storefront}>
      <TextField
        label={words.storefrontUrl}
        type="url"
        value={settings.storefront_url}
        fault={faultOf("storefront_url")}
        onChange={(storefront_url) => onChange({ storefront_url })}
      />
      <LinesField
        label={words.origins}
        lines={settings.storefront_origins}
        hint={words.originsHint}
        fault={faultOf("storefront_origins")}
        onChange={(storefront_origins) => onChange({ storefront_origins })}
      />
    </Section>
  );
}
