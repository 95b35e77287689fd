import { useAppWords } from "../words/app/useAppWords";
import { Check } from "./Check";
import type { PartProps } from "./parts";
import { Section } from "./Section";
import { TextField } from "./TextField";

export function ReviewsPart({ settings, faultOf, onChange }: PartProps) {
  const { settings: words } = useAppWords();
  return (
    <Section {...words.sections.reviews}>
      <Check
        label={words.reviewPrompts}
        checked={settings.review_prompts}
        onChange={(review_prompts) => onChange({ review_prompts })}
      />
      {settings.review_prompts && (
        <TextField
          label={words.reviewWait}
          type="number"
          value={String(settings.review_wait_hours)}
          fault={faultOf("review_wait_hours")}
          onChange={(hours) => onChange({ review_wait_hours: Number(hours) })}
        />
      )}
    </Section>
  );
}
