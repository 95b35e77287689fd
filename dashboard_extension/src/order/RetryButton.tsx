import { useLanguage } from "../words/useLanguage";

interface RetryButtonProps {
  readonly asking: boolean;
  readonly onRetry: () => void;
}

export function RetryButton({ asking, onRetry }: RetryButtonProps) {
  const { words } = useLanguage();
  // Not `disabled` while asking: that would throw the keyboard's focus away.
  return (
    <button type="button" className="button" aria-disabled={asking} onClick={onRetry}>
      {asking ? words.trying : words.retry}
    </button>
  );
}
