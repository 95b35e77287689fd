import { FileDown } from "lucide-react";
import { useState } from "react";
import { keepFile } from "../app/keepFile";
import { useStaff } from "../staff/StaffContext";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import type { FilesCard } from "./cards";

type File = FilesCard["files"][number];

/** What a shopper's mail held that is no picture: to be kept, and never opened in a page of ours. */
export function MailFiles({ card: { mail, files } }: { readonly card: FilesCard }) {
  const words = useDeskWords();
  return (
    <ul className="mail-files" aria-label={words.mailFiles} title={words.mailFilesNote}>
      {files.map((file) => (
        <li key={file.at}>
          <MailFile mail={mail} file={file} />
        </li>
      ))}
    </ul>
  );
}

function MailFile({ mail, file: { at, name, bytes } }: { readonly mail: string; readonly file: File }) {
  const words = useDeskWords();
  const { number } = useLanguage();
  const { dashboard } = useStaff();
  const [busy, setBusy] = useState(false);
  const keep = async () => {
    if (busy) return;
    setBusy(true);
    const status = await keepFile(dashboard.getState(), `/staff/mail-files/${encodeURIComponent(mail)}/${at}`, name);
    if (status !== 200) dashboard.toast("error", status === 404 ? words.mailFileGone : words.mailFileFailed);
    setBusy(false);
  };
  const size = fill(words.kilobytes, { n: number(Math.max(1, Math.round(bytes / 1000))) });
  return (
    <button type="button" className="link" aria-disabled={busy} onClick={keep}>
      <FileDown size={14} aria-hidden="true" />
      <bdi>{name}</bdi>
      <span className="quiet">{size}</span>
    </button>
  );
}
