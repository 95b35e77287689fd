import { Bell } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { ChatAlertsLink } from "../generated/ChatAlertsLink";
import { useStaff } from "../staff/StaffContext";
import { useDeskWords } from "../words/desk/useDeskWords";
import { useLanguage } from "../words/useLanguage";

type Way = { readonly kind: "asking" | "failed" } | { readonly kind: "open"; readonly url: string };

/** The way to the page that sounds and notifies, which Dashboard's frame may not; its link opens it once. */
export function AlertsDialog() {
  const words = useDeskWords();
  const { tag } = useLanguage();
  const { ask } = useStaff();
  const dialog = useRef<HTMLDialogElement>(null);
  const [way, setWay] = useState<Way | null>(null);
  const isOpen = way !== null;
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  const open = async () => {
    setWay({ kind: "asking" });
    const answer = await ask(ChatAlertsLink, { language: tag.slice(0, 2) });
    const url = "data" in answer ? answer.data.chatAlertsLink?.url : undefined;
    setWay((before) => before && (url ? { kind: "open", url } : { kind: "failed" }));
  };
  const close = () => setWay(null);
  return (
    <>
      <button type="button" className="icon" aria-label={words.alerts} title={words.alerts} onClick={open}>
        <Bell size={16} aria-hidden="true" />
      </button>
      <dialog ref={dialog} className="keys-dialog" aria-labelledby="alerts-title" onClose={close}>
        <h2 id="alerts-title">{words.alerts}</h2>
        <p>{words.alertsWhy}</p>
        <div className="dialog-deeds" aria-live="polite">
          {way?.kind === "failed" && <p role="alert">{words.alertsFailed}</p>}
          {way?.kind === "open" && (
            <a className="button" href={way.url} target="_blank" rel="noopener noreferrer" onClick={close}>
              {words.alertsOpen}
            </a>
          )}
          <button type="button" className="button" onClick={close}>
            {words.closeKeys}
          </button>
        </div>
      </dialog>
    </>
  );
}
