import { useEffect, useRef, useState } from "react";
import { useMailWords } from "../words/mails/useMailWords";

/** Where the page that shows a mail is: it has a policy of its own, for a mail's styles stand in it. */
const FRAME = "/dashboard/mail";
const VIEWS = ["phone", "wide", "dark", "text"] as const;

interface Seen {
  readonly subject: string | null;
  readonly text: string | null;
  readonly html: string | null;
}

/** The last mail that could be shown, in a frame that can neither run its scripts nor reach this page. */
export function MailPreview({ preview }: { readonly preview: Seen | null }) {
  const words = useMailWords();
  const [view, setView] = useState<(typeof VIEWS)[number]>("phone");
  const [kept, setKept] = useState<Seen | null>(null);
  const shown = preview ?? kept;
  useEffect(() => {
    if (preview !== null) setKept(preview);
  }, [preview]);
  return (
    <section className="mail-preview" aria-label={words.preview}>
      <fieldset className="mail-views" aria-label={words.preview}>
        {VIEWS.map((name) => (
          <button key={name} type="button" aria-pressed={name === view} onClick={() => setView(name)}>
            {words.views[name]}
          </button>
        ))}
      </fieldset>
      <p className="mail-subject">{shown?.subject}</p>
      {view === "text" ? <pre>{shown?.text}</pre> : <MailFrame html={shown?.html ?? ""} view={view} />}
      <p className="quiet">{words.previewOf}</p>
    </section>
  );
}

function MailFrame({ html, view }: { readonly html: string; readonly view: string }) {
  const words = useMailWords();
  const frame = useRef<HTMLIFrameElement>(null);
  // Dark or light as the reader of this page chooses, not as their own screen is.
  const seen = html.replaceAll("(prefers-color-scheme: dark)", view === "dark" ? "all" : "not all");
  const show = () => frame.current?.contentWindow?.postMessage({ html: seen }, "*");
  useEffect(show, [seen]);
  return (
    <iframe
      ref={frame}
      className={`mail-frame ${view}`}
      src={FRAME}
      title={words.previewHeard}
      sandbox="allow-scripts"
      onLoad={show}
    />
  );
}
