import { Button } from "@saleor/macaw-ui";
import { useRef, useState } from "react";
import { Snippet } from "../generated/Snippet";
import { SnippetChannels } from "../generated/SnippetChannels";
import { type Copied, copyFrom } from "../order/copyFrom";
import { ChoiceField } from "../settings/ChoiceField";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useSetupWords } from "../words/setup/useSetupWords";
import { useLanguage } from "../words/useLanguage";

const loadChannels = loadOf(SnippetChannels);
const loadSnippet = loadOf(Snippet);
const LOCALES = ["en", "tr"] as const;

/** The line of HTML for a channel and a language, to copy. */
export function SnippetBox() {
  const words = useSetupWords();
  const channels = useLoaded(loadChannels, {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [locale, setLocale] = useState<string>(useLanguage().tag.startsWith("tr") ? "tr" : "en");
  if (channels.loaded.kind !== "shown") return null;
  const known = channels.loaded.data.channels;
  const channel = chosen ?? known[0]?.slug;
  if (channel === undefined) return null;
  return (
    <div className="snippet">
      <div className="snippet-for">
        <ChoiceField
          label={words.snippetChannel}
          value={channel}
          options={known.map(({ slug, name }) => ({ value: slug, label: name }))}
          onChange={setChosen}
        />
        <ChoiceField
          label={words.snippetLocale}
          value={locale}
          options={LOCALES.map((value) => ({
            value,
            label: new Intl.DisplayNames(value, { type: "language" }).of(value) ?? value,
          }))}
          onChange={setLocale}
        />
      </div>
      <SnippetText channel={channel} locale={locale} />
    </div>
  );
}

function SnippetText({ channel, locale }: { readonly channel: string; readonly locale: string }) {
  const words = useSetupWords();
  const { loaded } = useLoaded(loadSnippet, { channel, locale });
  const text = useRef<HTMLElement>(null);
  const [outcome, setOutcome] = useState<Copied | null>(null);
  const copy = async () => {
    if (text.current) setOutcome(await copyFrom(text.current));
  };
  return (
    <div className="snippet-text">
      <pre>
        <code ref={text}>{loaded.kind === "shown" ? loaded.data.setup.snippet : "…"}</code>
      </pre>
      <Button type="button" variant="secondary" size="small" onClick={copy} onBlur={() => setOutcome(null)}>
        {words.copy}
      </Button>
      <span className="quiet" role="status">
        {outcome !== null && words[outcome]}
      </span>
    </div>
  );
}
