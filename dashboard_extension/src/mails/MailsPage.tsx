import { useState } from "react";
import { LoadedPart } from "../app/LoadedPart";
import { PageHead } from "../app/PageHead";
import { MailTexts, type MailTextsQuery } from "../generated/MailTexts";
import { Notice } from "../order/Notice";
import { ChoiceField } from "../settings/ChoiceField";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useMailWords } from "../words/mails/useMailWords";
import { useLanguage } from "../words/useLanguage";
import { MailEditor } from "./MailEditor";
import { MailKinds } from "./MailKinds";

const load = loadOf(MailTexts);

/** What shoppers read, mail by mail; without a kind, the first of them. */
export function MailsPage({ kind }: { readonly kind: string | null }) {
  const words = useMailWords();
  const { tag } = useLanguage();
  const [chosen, setChosen] = useState<string | null>(null);
  // Dashboard says its language a moment after the page is there.
  const language = chosen ?? (tag.split("-")[0] === "tr" ? "tr" : "en");
  const [channel, setChannel] = useState("");
  const loading = useLoaded(load, { channel });
  return (
    <div className="page mails">
      <PageHead title={words.title} intro={words.intro} />
      <LoadedPart from={loading} needs="MANAGE_SETTINGS">
        {(known) => (
          <>
            <div className="choices">
              <ChoiceField
                label={words.language}
                value={language}
                options={Object.entries(words.languages).map(([value, label]) => ({ value, label }))}
                onChange={setChosen}
              />
              <ChoiceField label={words.channel} value={channel} options={channelsOf(known)} onChange={setChannel} />
            </div>
            {body(known)}
          </>
        )}
      </LoadedPart>
    </div>
  );

  function channelsOf(known: MailTextsQuery) {
    const own = known.channels.map(({ slug, name }) => ({ value: slug, label: name }));
    return [{ value: "", label: words.everyChannel }, ...own];
  }

  function body(known: MailTextsQuery) {
    const mails = known.mailTexts.filter((mail) => mail.language === language);
    const shown = kind === null ? mails[0] : mails.find((mail) => mail.kind === kind);
    return (
      <>
        <MailKinds mails={mails} shown={shown?.kind ?? null} />
        {shown === undefined ? (
          <Notice says={words.missing} />
        ) : (
          <MailEditor
            key={`${shown.kind} ${language} ${shown.channel} ${shown.newest?.version ?? 0}`}
            mail={shown}
            onChange={loading.again}
          />
        )}
      </>
    );
  }
}
