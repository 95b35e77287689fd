import { Button } from "@saleor/macaw-ui";
import { PageHead } from "../app/PageHead";
import type { ConfigurationsQuery } from "../generated/Configurations";
import { Notice } from "../order/Notice";
import { useAppWords } from "../words/app/useAppWords";
import { fill } from "../words/language";
import { AftermathPart } from "./AftermathPart";
import { BackToList } from "./BackToList";
import { CartsPart } from "./CartsPart";
import { ContactPart } from "./ContactPart";
import { draftOf, newDraft } from "./draft";
import { faultReader } from "./faults";
import { GeneralPart } from "./GeneralPart";
import { HoursPart } from "./HoursPart";
import { LinksPart } from "./LinksPart";
import { MailboxPart } from "./MailboxPart";
import { MediaAccounts } from "./MediaAccounts";
import { ReviewsPart } from "./ReviewsPart";
import { RulesPart } from "./RulesPart";
import { Savebar } from "./Savebar";
import { SenderAccount } from "./SenderAccount";
import { SenderPart } from "./SenderPart";
import { StorefrontPart } from "./StorefrontPart";
import { SureDialog } from "./SureDialog";
import { TeamsPart } from "./TeamsPart";
import { TicketsPart } from "./TicketsPart";
import { useConfigurationForm } from "./useConfigurationForm";
import { WordsPart } from "./WordsPart";

interface ConfigurationPageProps {
  /** null for a new one. */
  readonly id: string | null;
  readonly known: ConfigurationsQuery;
  readonly onChange: () => Promise<void>;
}

export function ConfigurationPage({ id, known, onChange }: ConfigurationPageProps) {
  const { settings: words } = useAppWords();
  const stored = known.configurations.find((one) => one.id === id);
  if (id !== null && stored === undefined) {
    return (
      <div className="page">
        <BackToList />
        <Notice says={words.missing} />
      </div>
    );
  }
  const saved = stored ? draftOf(stored) : newDraft(known.configurationDefaults, known.configurations.length === 0);
  return <ConfigurationForm id={id} saved={saved} channels={known.channels} onChange={onChange} />;
}

interface ConfigurationFormProps extends Pick<ConfigurationPageProps, "id" | "onChange"> {
  readonly saved: ReturnType<typeof draftOf>;
  readonly channels: ConfigurationsQuery["channels"];
}

function ConfigurationForm({ id, saved, channels, onChange }: ConfigurationFormProps) {
  const { settings: words } = useAppWords();
  const form = useConfigurationForm({ id, saved, onChange });
  const { draft, changed, faults } = form;
  const channel = saved.isDefault ? null : (saved.channels[0] ?? null);
  const part = { settings: draft.settings, faultOf: faultReader(words, faults), onChange: form.changeSettings };
  return (
    <div className="page form-page">
      <BackToList />
      <PageHead title={saved.name || words.unnamed}>
        {id !== null && (
          <Button type="button" variant="secondary" onClick={() => form.setRemoving(true)}>
            {words.remove}
          </Button>
        )}
      </PageHead>
      <form
        id="configuration"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.save();
        }}
      >
        <GeneralPart draft={draft} channels={channels} faultOf={part.faultOf} onChange={form.change} />
        <StorefrontPart {...part} />
        <HoursPart {...part} />
        <ContactPart {...part} />
        <WordsPart {...part} />
        <TeamsPart {...part} />
        <TicketsPart {...part} />
        <AftermathPart {...part} />
        <SenderPart {...part} channel={channel} changed={changed || id === null} />
        <ReviewsPart {...part} />
        <CartsPart {...part} />
        <RulesPart {...part} />
        <LinksPart {...part} />
      </form>
      {id !== null && <SenderAccount configurationId={id} />}
      {id !== null && <MailboxPart configurationId={id} />}
      {id !== null && <MediaAccounts configurationId={id} channel={channel} />}
      {(changed || id === null) && <Savebar form={form} isNew={id === null} />}
      <SureDialog
        open={form.removing}
        what={fill(words.removeSure, { name: saved.name })}
        why={words.removeWhy}
        stay={words.keep}
        go={words.remove}
        onStay={() => form.setRemoving(false)}
        onGo={form.remove}
      />
      <SureDialog
        open={form.leaving !== null}
        what={words.leave.what}
        why={words.leave.why}
        stay={words.leave.stay}
        go={words.leave.go}
        onStay={form.stay}
        onGo={() => form.leaving?.()}
      />
    </div>
  );
}
