import { useAppWords } from "../words/app/useAppWords";
import { AspectsField } from "./AspectsField";
import { Check } from "./Check";
import type { PartProps } from "./parts";
import { ReviewAttributes } from "./ReviewAttributes";
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
        <>
          <TextField
            label={words.reviewWait}
            type="number"
            value={String(settings.review_wait_hours)}
            fault={faultOf("review_wait_hours")}
            onChange={(hours) => onChange({ review_wait_hours: Number(hours) })}
          />
          <TextField
            label={words.reviewFallback}
            type="number"
            hint={words.reviewFallbackHint}
            value={String(settings.review_fallback_days)}
            fault={faultOf("review_fallback_days")}
            onChange={(days) => onChange({ review_fallback_days: Number(days) })}
          />
          <Check
            label={words.reviewReminder}
            checked={settings.review_reminder}
            onChange={(review_reminder) => onChange({ review_reminder })}
          />
          <Check
            label={words.reviewSteer}
            checked={settings.review_steer}
            onChange={(review_steer) => onChange({ review_steer })}
          />
          <AspectsField
            aspects={settings.review_aspects}
            faultOf={faultOf}
            onChange={(review_aspects) => onChange({ review_aspects })}
          />
        </>
      )}
      <TextField
        label={words.reviewOwner}
        hint={words.reviewOwnerHint}
        value={settings.review_owner}
        fault={faultOf("review_owner")}
        onChange={(review_owner) => onChange({ review_owner })}
      />
      <ReviewAttributes />
    </Section>
  );
}
