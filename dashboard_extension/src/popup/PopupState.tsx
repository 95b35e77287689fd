import type { Session } from "../dashboard/dashboard";
import { Notice } from "../order/Notice";
import { useCardWords } from "../words/card/useCardWords";
import { useLanguage } from "../words/useLanguage";
import { NewTicketView } from "./NewTicketView";
import { TicketView } from "./TicketView";
import type { View } from "./viewOf";

interface PopupStateProps {
  readonly session: Session;
  readonly view: View;
}

export function PopupState({ session, view }: PopupStateProps) {
  const words = useCardWords();
  const { words: common } = useLanguage();
  if (session.kind === "refused") return <Notice says={common.forbidden} tone="warning" />;
  if (session.kind === "waiting") return <p className="bar triple" aria-hidden="true" />;
  switch (view.kind) {
    case "ticket":
      return <TicketView ticketId={view.ticketId} />;
    case "new":
      return <NewTicketView orderId={view.orderId} />;
    case "nothing":
      return <Notice says={words.nothing} />;
  }
}
