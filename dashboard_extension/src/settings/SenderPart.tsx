import { Button } from "@saleor/macaw-ui";
import { useSenderTest } from "../setup/useSenderTest";
import { useAppWords } from "../words/app/useAppWords";
import { useSetupWords } from "../words/setup/useSetupWords";
import { LinesField } from "./LinesField";
import type { PartProps } from "./parts";
import { Section } from "./Section";
import { TextField } from "./TextField";

interface SenderPartProps extends PartProps {
  /** A channel that this configuration is for; null for the default one. */
  readonly channel: string | null;
  /** What stands here is not saved yet, so a test would not try it. */
  readonly changed: boolean;
}

export function SenderPart({ settings, faultOf, onChange, channel, changed }: SenderPartProps) {
  const { settings: words } = useAppWords();
  const setupWords = useSetupWords();
  const { busy, test } = useSenderTest();
  return (
    <Section {...words.sections.sender}>
      <TextField
        label={words.senderName}
        value={settings.sender_name}
        fault={faultOf("sender_name")}
        onChange={(sender_name) => onChange({ sender_name })}
      />
      <TextField
        label={words.senderEmail}
        type="email"
        value={settings.sender_email}
        hint={words.senderHint}
        fault={faultOf("sender_email")}
        onChange={(sender_email) => onChange({ sender_email })}
      />
      <TextField
        label={words.mailIn}
        value={settings.mail_in_address}
        hint={words.mailInHint}
        fault={faultOf("mail_in_address")}
        onChange={(mail_in_address) => onChange({ mail_in_address })}
      />
      <TextField
        label={words.dkimSelector}
        value={settings.dkim_selector}
        fault={faultOf("dkim_selector")}
        onChange={(dkim_selector) => onChange({ dkim_selector })}
      />
      <TextField
        label={words.logoUrl}
        type="url"
        value={settings.logo_url}
        hint={words.logoHint}
        fault={faultOf("logo_url")}
        onChange={(logo_url) => onChange({ logo_url })}
      />
      <TextField
        label={words.accent}
        value={settings.accent}
        hint={words.accentHint}
        fault={faultOf("accent")}
        onChange={(accent) => onChange({ accent })}
      />
      <LinesField
        label={words.mailFooter}
        lines={settings.mail_footer === "" ? [] : settings.mail_footer.split("\n")}
        hint={words.mailFooterHint}
        fault={faultOf("mail_footer")}
        onChange={(lines) => onChange({ mail_footer: lines.join("\n") })}
      />
      <div className="add-line">
        <Button
          type="button"
          variant="secondary"
          size="small"
          disabled={changed}
          aria-disabled={busy}
          onClick={() => test(channel)}
        >
          {busy ? setupWords.sendingTest : words.testSender}
        </Button>
        {changed && <span className="quiet">{words.testAfterSaving}</span>}
      </div>
    </Section>
  );
}
