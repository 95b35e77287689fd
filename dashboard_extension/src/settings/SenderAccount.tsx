import { MailSenders } from "../generated/MailSenders";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useAppWords } from "../words/app/useAppWords";
import { AccountForm } from "./AccountForm";
import { Section } from "./Section";
import { SenderChecks } from "./SenderChecks";

const load = loadOf(MailSenders);

/** By whom the e-mails of a saved configuration leave. */
export function SenderAccount({ configurationId }: { readonly configurationId: string }) {
  const { settings: words } = useAppWords();
  const loading = useLoaded(load, { of: configurationId });
  const { loaded } = loading;
  if (loaded.kind !== "shown") return null;
  const [sender] = loaded.data.mailSenders;
  if (sender === undefined) return null;
  return (
    <Section {...words.sections.provider}>
      <AccountForm
        key={`${sender.provider} ${sender.credentials.join()}`}
        configuration={sender.configuration}
        medium="EMAIL"
        label={words.provider}
        none={words.serviceSender}
        account={sender}
        providers={loaded.data.mailProviders}
        onChange={loading.again}
      />
      <SenderChecks sender={sender} />
    </Section>
  );
}
