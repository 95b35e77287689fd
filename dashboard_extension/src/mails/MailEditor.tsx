import { Button } from "@saleor/macaw-ui";
import { MailTextPreview } from "../generated/MailTextPreview";
import type { MailTextFragment } from "../generated/MailTexts";
import { useSettled } from "../inbox/useSettled";
import { Section } from "../settings/Section";
import { SureDialog } from "../settings/SureDialog";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useAppWords } from "../words/app/useAppWords";
import { useMailWords } from "../words/mails/useMailWords";
import { useLanguage } from "../words/useLanguage";
import { MailFields } from "./MailFields";
import { MailPreview } from "./MailPreview";
import { MailVersions } from "./MailVersions";
import { useMailForm } from "./useMailForm";

const loadPreview = loadOf(MailTextPreview);

interface MailEditorProps {
  readonly mail: MailTextFragment;
  readonly onChange: () => Promise<void>;
}

/** One mail in one language: its texts, how it looks with them, and what it said before. */
export function MailEditor({ mail, onChange }: MailEditorProps) {
  const words = useMailWords();
  const { settings } = useAppWords();
  const { count } = useLanguage();
  const form = useMailForm(mail, onChange);
  const texts = useSettled(form.input.texts);
  const seen = useLoaded(loadPreview, { input: { ...form.input, texts } }).loaded;
  const preview = seen.kind === "shown" ? seen.data.mailTextPreview : null;
  const faults = [...form.faults, ...(preview?.errors ?? [])];
  return (
    <div className="mail-editor">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.save();
        }}
      >
        {mail.newest?.failedAt && (
          <div className="stale" role="status">
            <p>{words.failedWhy}</p>
          </div>
        )}
        <Section what={mail.name} why={`${words.values}: ${mail.values.map((name) => `{{ ${name} }}`).join(", ")}`}>
          <MailFields texts={form.texts} faults={faults} warnings={preview?.warnings ?? []} onChange={form.change} />
          <div className="add-line">
            <Button type="submit" disabled={!form.changed} aria-disabled={form.busy}>
              {form.busy ? words.saving : words.save}
            </Button>
            {form.changed && (
              <Button type="button" variant="secondary" onClick={form.discard}>
                {words.discard}
              </Button>
            )}
            <Button type="button" variant="secondary" aria-disabled={form.busy} onClick={form.test}>
              {words.test}
            </Button>
            {mail.texts !== mail.ours && (
              <Button type="button" variant="tertiary" aria-disabled={form.busy} onClick={form.reset}>
                {words.ours}
              </Button>
            )}
          </div>
          <p role="status" className={faults.length > 0 ? "fault" : "quiet"}>
            {faults.length > 0 ? count(words.faultsAbove, faults.length) : form.changed ? words.unsaved : ""}
          </p>
        </Section>
        <MailVersions mail={mail} onRestore={form.restore} />
      </form>
      <MailPreview preview={preview?.html ? preview : null} />
      <SureDialog
        open={form.leaving !== null}
        what={settings.leave.what}
        why={settings.leave.why}
        stay={settings.leave.stay}
        go={settings.leave.go}
        onStay={form.stay}
        onGo={() => form.leaving?.()}
      />
    </div>
  );
}
