import { MediumSenders } from "../generated/MediumSenders";
import { CopyableText } from "../order/CopyableText";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useAppWords } from "../words/app/useAppWords";
import { AccountForm } from "./AccountForm";
import { MediumTrial } from "./MediumTrial";
import { Section } from "./Section";

const load = loadOf(MediumSenders);
interface MediaAccountsProps {
  readonly configurationId: string;
  /** One of the configuration's; null for that of every channel without its own. */
  readonly channel: string | null;
}

const NONE = { provider: null, credentials: [], eventsAddress: null } as const;

/** By whom a saved configuration's messages leave that are no e-mails; each medium is off until somebody is chosen. */
export function MediaAccounts({ configurationId, channel }: MediaAccountsProps) {
  const { settings: words } = useAppWords();
  const loading = useLoaded(load, { of: configurationId });
  const { loaded } = loading;
  if (loaded.kind !== "shown") return null;
  const { mailSenders, sms, whatsapp, push } = loaded.data;
  const [sender] = mailSenders;
  if (sender === undefined) return null;
  const media = [
    { medium: "SMS", label: words.media.sms, providers: sms },
    { medium: "WHATSAPP", label: words.media.whatsapp, providers: whatsapp },
    { medium: "PUSH", label: words.media.push, providers: push },
  ] as const;
  return (
    <Section {...words.sections.media}>
      {media.map(({ medium, label, providers }) => {
        const account = sender.media.find((one) => one.medium === medium) ?? NONE;
        return (
          <div key={`${medium} ${account.provider} ${account.credentials.join()}`}>
            <AccountForm
              configuration={sender.configuration}
              medium={medium}
              label={label}
              none={words.media.off}
              account={account}
              providers={providers}
              onChange={loading.again}
            />
            {account.provider !== null && medium !== "PUSH" && <MediumTrial medium={medium} channel={channel} />}
            {account.eventsAddress && (
              <div className="field">
                <p className="quiet">{words.media.eventsAddress}</p>
                <CopyableText name={words.eventsAddressName} text={account.eventsAddress} />
              </div>
            )}
          </div>
        );
      })}
    </Section>
  );
}
