import { Download } from "lucide-react";
import { useState } from "react";
import { useStaff } from "../staff/StaffContext";
import { useAppWords } from "../words/app/useAppWords";
import { keepFile } from "./keepFile";

interface FileButtonProps {
  readonly path: string;
  /** As the browser keeps it. */
  readonly name: string;
  readonly label: string;
}

/** Something of ours as a file. */
export function FileButton({ path, name, label }: FileButtonProps) {
  const { files } = useAppWords();
  const { dashboard } = useStaff();
  const [busy, setBusy] = useState(false);
  const download = async () => {
    if (busy) return;
    setBusy(true);
    if ((await keepFile(dashboard.getState(), path, name)) !== 200) dashboard.toast("error", files.failed);
    setBusy(false);
  };
  return (
    <button type="button" className="link" aria-disabled={busy} onClick={download}>
      <Download size={14} aria-hidden="true" />
      {busy ? files.busy : label}
    </button>
  );
}
