import type { MailSendersQuery } from "../generated/MailSenders";
import { CopyableText } from "../order/CopyableText";
import { useAppWords } from "../words/app/useAppWords";
import { fill } from "../words/language";

/** What DNS says about the sender's domain, and where the provider tells of bounces. */
export function SenderChecks({ sender }: { readonly sender: MailSendersQuery["mailSenders"][number] }) {
  const { settings: words } = useAppWords();
  return (
    <>
      {sender.checks && (
        <ul className="mail-checks">
          {sender.checks.map(({ record, isWell, advice }) => (
            <li key={record}>
              <span className={isWell ? "pill good" : "pill open"}>
                {fill(isWell ? words.dnsWell : words.dnsMissing, { record })}
              </span>
              {advice && <p className="quiet">{advice}</p>}
            </li>
          ))}
        </ul>
      )}
      {sender.eventsAddress && (
        <div className="field">
          <p className="quiet">{words.eventsAddress}</p>
          <CopyableText name={words.eventsAddressName} text={sender.eventsAddress} />
        </div>
      )}
    </>
  );
}
