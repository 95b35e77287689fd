import type { Session } from "../dashboard/dashboard";
import { CustomerCard as CustomerCardDocument } from "../generated/CustomerCard";
import { Notice } from "../order/Notice";
import { RetryButton } from "../order/RetryButton";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useCardWords } from "../words/card/useCardWords";
import { useLanguage } from "../words/useLanguage";
import { CustomerCard } from "./CustomerCard";

const load = loadOf(CustomerCardDocument);
const EVERY_MS = 60_000;

interface CustomerStateProps {
  readonly session: Session;
  readonly customerId: string;
}

export function CustomerState({ session, customerId }: CustomerStateProps) {
  const words = useCardWords();
  if (session.kind === "open") return <LoadedCustomer customerId={customerId} />;
  if (session.kind === "refused") return <Notice says={words.customerForbidden} tone="warning" />;
  return <p className="bar triple" aria-hidden="true" />;
}

function LoadedCustomer({ customerId }: Pick<CustomerStateProps, "customerId">) {
  const words = useCardWords();
  const { words: common } = useLanguage();
  const { loaded, again } = useLoaded(load, { id: customerId }, EVERY_MS);
  if (loaded.kind === "loading") return <p className="bar triple" aria-hidden="true" />;
  if (loaded.kind === "shown") {
    const { customer } = loaded.data;
    return customer === null ? <p className="quiet">{words.noCustomer}</p> : <CustomerCard customer={customer} />;
  }
  if (loaded.failure.code === "PERMISSION_DENIED") return <Notice says={words.customerForbidden} tone="warning" />;
  return (
    <Notice says={common.failures[loaded.failure.code]} tone="critical" requestId={loaded.failure.requestId}>
      <RetryButton asking={loaded.asking} onRetry={again} />
    </Notice>
  );
}
