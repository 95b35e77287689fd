import { PageLink } from "../app/PageLink";
import type { MailTextFragment } from "../generated/MailTexts";
import { useMailWords } from "../words/mails/useMailWords";

interface MailKindsProps {
  readonly mails: readonly MailTextFragment[];
  readonly shown: string | null;
}

export function MailKinds({ mails, shown }: MailKindsProps) {
  const words = useMailWords();
  return (
    <nav className="mail-kinds" aria-label={words.kinds}>
      <ul>
        {mails.map((mail) => (
          <li key={mail.kind}>
            <PageLink to={`/mails/${mail.kind}`} current={mail.kind === shown ? "page" : undefined}>
              {mail.name}
              {mail.texts !== mail.ours && <span className="pill moving">{words.changed}</span>}
              {mail.newest?.failedAt && <span className="pill bad">{words.failed}</span>}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
