import type { Failure } from "../api/ask";
import { Notice } from "../order/Notice";
import { RetryButton } from "../order/RetryButton";
import { useCardWords } from "../words/card/useCardWords";
import { useLanguage } from "../words/useLanguage";

interface FailedProps {
  readonly failure: Failure;
  readonly asking: boolean;
  readonly onRetry: () => void;
}

/** Why nothing is shown. A session that is over comes back with a popup that is opened anew, and not by trying again. */
export function Failed({ failure, asking, onRetry }: FailedProps) {
  const words = useCardWords();
  const { words: common } = useLanguage();
  if (failure.code === "UNAUTHENTICATED") return <Notice says={words.over} tone="warning" />;
  if (failure.code === "PERMISSION_DENIED") return <Notice says={common.forbidden} tone="warning" />;
  return (
    <Notice says={common.failures[failure.code]} tone="critical" requestId={failure.requestId}>
      <RetryButton asking={asking} onRetry={onRetry} />
    </Notice>
  );
}
