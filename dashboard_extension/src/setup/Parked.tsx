import { Button } from "@saleor/macaw-ui";
import { PageLink } from "../app/PageLink";
import { useSetupWords } from "../words/setup/useSetupWords";
import { ProgressLine } from "./ProgressLine";
import type { Progress } from "./steps";

interface ParkedProps {
  readonly progress: Progress;
  readonly busy: boolean;
  readonly onTakeUp: () => void;
}

export function Parked({ progress, busy, onTakeUp }: ParkedProps) {
  const words = useSetupWords();
  return (
    <div className="page">
      <section className="section parked">
        <h1>{words.parked}</h1>
        <p className="quiet">{words.parkedWhy}</p>
        <ProgressLine progress={progress} />
        <div className="add-line">
          <Button type="button" variant="secondary" aria-disabled={busy} onClick={onTakeUp}>
            {words.unpark}
          </Button>
          <PageLink to="/inbox" className="link">
            {words.openInbox}
          </PageLink>
        </div>
      </section>
    </div>
  );
}
