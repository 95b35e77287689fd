import { useDeskSettingWords } from "../words/deskSettings/useDeskSettingWords";
import { Check } from "./Check";
import { ChoiceField } from "./ChoiceField";
import { LinesField } from "./LinesField";
import type { PartProps } from "./parts";
import { Section } from "./Section";
import { TextField } from "./TextField";

/** Who hears of what waits, how a solved matter is asked about, and how long an order's own page is open. */
export function AftermathPart({ settings, faultOf, onChange }: PartProps) {
  const words = useDeskSettingWords();
  const whole = (field: "alert_minutes" | "survey_wait_hours" | "survey_days" | "order_page_days", hint?: string) => {
    const labels = {
      alert_minutes: words.alertMinutes,
      survey_wait_hours: words.surveyWait,
      survey_days: words.surveyDays,
      order_page_days: words.orderPageDays,
    };
    return (
      <TextField
        label={labels[field]}
        type="number"
        {...(hint ? { hint } : {})}
        value={String(settings[field])}
        fault={faultOf(field)}
        onChange={(many) => onChange({ [field]: Number(many) })}
      />
    );
  };
  return (
    <>
      <Section {...words.alerts}>
        {whole("alert_minutes", words.alertNever)}
        <LinesField
          label={words.alertEmails}
          lines={settings.alert_emails}
          hint=""
          fault={faultOf("alert_emails")}
          onChange={(alert_emails) => onChange({ alert_emails })}
        />
        <TextField
          label={words.dashboardUrl}
          type="url"
          value={settings.dashboard_url}
          hint={words.dashboardUrlHint}
          fault={faultOf("dashboard_url")}
          onChange={(dashboard_url) => onChange({ dashboard_url })}
        />
      </Section>
      <Section {...words.survey}>
        <ChoiceField
          label={words.surveyScale}
          value={String(settings.survey_scale)}
          options={Object.entries(words.surveyScales).map(([value, label]) => ({ value, label }))}
          onChange={(scale) => onChange({ survey_scale: Number(scale) })}
        />
        {settings.survey_scale > 0 && (
          <>
            {whole("survey_wait_hours")}
            {whole("survey_days")}
          </>
        )}
      </Section>
      <Section {...words.notes}>
        <Check
          label={words.mirrorNotes}
          checked={settings.mirror_notes}
          onChange={(mirror_notes) => onChange({ mirror_notes })}
        />
      </Section>
      <Section {...words.orderPage}>{whole("order_page_days")}</Section>
    </>
  );
}
