import type { ReactNode } from "react";
import type { NoticeWords } from "../words/en";
import { useLanguage } from "../words/useLanguage";
import { CopyableText } from "./CopyableText";

interface NoticeProps {
  readonly says: NoticeWords;
  readonly tone?: "plain" | "warning" | "critical";
  readonly requestId?: string | null;
  readonly children?: ReactNode;
}

/** What happened, why, and what to do next. */
export function Notice({ says, tone = "plain", requestId = null, children }: NoticeProps) {
  const { words } = useLanguage();
  return (
    <section className={`notice ${tone}`}>
      <h1>{says.what}</h1>
      <p className="quiet">{says.why}</p>
      <p>{says.next}</p>
      {children}
      {requestId !== null && (
        <p className="request-id">
          <span className="quiet">{words.requestId}</span> <CopyableText text={requestId} name={words.requestId} />
        </p>
      )}
    </section>
  );
}
