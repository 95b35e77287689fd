import { useLanguage } from "../words/useLanguage";
import { Notice } from "./Notice";
import { OrderCard } from "./OrderCard";
import type { OrderView } from "./orderView";
import { RetryButton } from "./RetryButton";
import { Skeleton } from "./Skeleton";

interface OrderStateProps {
  readonly view: OrderView;
  readonly orderId: string;
  readonly onRefresh: () => void;
}

export function OrderState({ view, orderId, onRefresh }: OrderStateProps) {
  const { words } = useLanguage();
  switch (view.kind) {
    case "waiting":
    case "loading":
      return <Skeleton />;
    case "outside":
      return <Notice says={words.outside} />;
    case "forbidden":
      return <Notice says={words.forbidden} tone="warning" />;
    case "unknown":
      return (
        <Notice says={words.unknown}>
          <RetryButton asking={view.asking} onRetry={onRefresh} />
        </Notice>
      );
    case "failing":
      return (
        <Notice says={words.failures[view.failure.code]} tone="critical" requestId={view.failure.requestId}>
          <RetryButton asking={view.asking} onRetry={onRefresh} />
        </Notice>
      );
    case "shown":
      return <OrderCard view={view} orderId={orderId} onRefresh={onRefresh} />;
  }
}
