import { Button } from "@saleor/macaw-ui";
import type { ReactNode } from "react";
import { Notice } from "../order/Notice";
import type { Loading } from "../staff/useLoaded";
import { useAppWords } from "../words/app/useAppWords";
import { useLanguage } from "../words/useLanguage";
import { Waiting } from "./Waiting";

interface LoadedPartProps<T> {
  readonly from: Loading<T>;
  /** What staff must be allowed in Saleor to see this. */
  readonly needs: "MANAGE_ORDERS" | "MANAGE_CHECKOUTS" | "MANAGE_SETTINGS";
  readonly children: (data: T) => ReactNode;
}

/** Something loaded, or what came instead. Old facts stay, with a line above that says so. */
export function LoadedPart<T>({ from, needs, children }: LoadedPartProps<T>) {
  const { loaded, again } = from;
  const words = useAppWords();
  const { words: common } = useLanguage();
  if (loaded.kind === "loading") return <Waiting />;
  const { failure, asking } = loaded;
  const retry = (
    <Button type="button" variant="secondary" size="small" aria-disabled={asking} onClick={again}>
      {asking ? common.trying : common.retry}
    </Button>
  );
  if (loaded.kind === "shown") {
    return (
      <>
        {failure && (
          <div className="stale" role="status">
            <p>
              {common.failures[failure.code].why} {words.staleHere}
            </p>
            {retry}
          </div>
        )}
        {children(loaded.data)}
      </>
    );
  }
  const forbidden = loaded.failure.code === "PERMISSION_DENIED";
  const reason = common.failures[loaded.failure.code];
  return (
    <div className="page">
      <Notice
        says={{
          what: forbidden ? words.refused.what : words.failed,
          why: forbidden ? words.needs[needs] : reason.why,
          next: reason.next,
        }}
        tone={forbidden ? "warning" : "critical"}
        requestId={forbidden ? null : loaded.failure.requestId}
      >
        {!forbidden && retry}
      </Notice>
    </div>
  );
}
