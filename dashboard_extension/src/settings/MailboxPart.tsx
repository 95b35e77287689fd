import { Mailboxes, type MailboxesQuery } from "../generated/Mailboxes";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useDeskSettingWords } from "../words/deskSettings/useDeskSettingWords";
import { MailboxForm } from "./MailboxForm";
import { Section } from "./Section";

const load = loadOf(Mailboxes);
const NOTHING = {};

/** How answers and mails to a saved configuration's address come in. */
export function MailboxPart({ configurationId }: { readonly configurationId: string }) {
  const words = useDeskSettingWords();
  const { loaded, again } = useLoaded(load, NOTHING);
  if (loaded.kind !== "shown") return null;
  const mailbox = ofConfiguration(loaded.data, configurationId);
  return (
    <Section {...words.mailbox}>
      <MailboxForm
        key={`${mailbox?.way} ${mailbox?.host} ${mailbox?.hasPassword}`}
        configuration={configurationId}
        mailbox={mailbox}
        onChange={again}
      />
    </Section>
  );
}

function ofConfiguration({ mailboxes }: MailboxesQuery, id: string) {
  return mailboxes.find(({ configuration }) => configuration === id) ?? null;
}
