import { Button } from "@saleor/macaw-ui";
import type { MailTextFragment } from "../generated/MailTexts";
import { MailTextVersions } from "../generated/MailTextVersions";
import { Section } from "../settings/Section";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { fill } from "../words/language";
import { useMailWords } from "../words/mails/useMailWords";
import { useLanguage } from "../words/useLanguage";

const load = loadOf(MailTextVersions);

interface MailVersionsProps {
  readonly mail: MailTextFragment;
  /** Given what the version says, as JSON. */
  readonly onRestore: (texts: string) => void;
}

export function MailVersions({ mail, onRestore }: MailVersionsProps) {
  const words = useMailWords();
  const { tag } = useLanguage();
  const of = { kind: mail.kind, language: mail.language, channel: mail.channel };
  const { loaded } = useLoaded(load, { of });
  const versions = loaded.kind === "shown" ? loaded.data.mailTextVersions : [];
  const when = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeStyle: "short" });
  return (
    <Section what={words.versions} why={versions.length === 0 ? words.noVersions : ""}>
      <ul className="mail-versions">
        {versions.map(({ version, texts, author, createdAt }) => (
          <li key={version}>
            <div>
              <strong>{fill(words.version, { version: String(version) })}</strong>
              {texts === "{}" && <span className="quiet"> · {words.versionOurs}</span>}
              <p className="quiet">{fill(words.by, { who: author, when: when.format(new Date(createdAt)) })}</p>
            </div>
            {version !== mail.newest?.version && (
              <Button
                type="button"
                variant="secondary"
                size="small"
                aria-label={fill(words.restoreVersion, { version: String(version) })}
                onClick={() => onRestore(texts)}
              >
                {words.restore}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
