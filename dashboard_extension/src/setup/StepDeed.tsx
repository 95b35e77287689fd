import { Button } from "@saleor/macaw-ui";
import { PageLink } from "../app/PageLink";
import { useMinute } from "../order/useMinute";
import { fill } from "../words/language";
import { useSetupWords } from "../words/setup/useSetupWords";
import { useLanguage } from "../words/useLanguage";
import { SnippetBox } from "./SnippetBox";
import type { Setup, StepName } from "./steps";
import { useSenderTest } from "./useSenderTest";

interface StepDeedProps {
  readonly name: StepName;
  readonly setup: Setup;
  readonly onChange: () => void;
}

/** What to press for a step. */
export function StepDeed({ name, setup, onChange }: StepDeedProps) {
  const words = useSetupWords();
  const { ago } = useLanguage();
  const now = useMinute();
  const { busy, test } = useSenderTest();
  switch (name) {
    case "originsSet":
    case "hoursSet":
      return (
        <PageLink to="/settings" className="link">
          {words.openSettings}
        </PageLink>
      );
    case "snippetSeen":
      return (
        <>
          <SnippetBox />
          <p className="quiet" role="status">
            {setup.snippetSeenAt === null
              ? words.listening
              : fill(words.seenAt, { when: ago(setup.snippetSeenAt, now) })}
          </p>
        </>
      );
    case "senderTested":
      return (
        <Button
          type="button"
          variant="secondary"
          size="small"
          aria-disabled={busy}
          onClick={async () => {
            if (await test(null)) onChange();
          }}
        >
          {busy ? words.sendingTest : words.sendTest}
        </Button>
      );
    case "leaversAsked":
      return (
        <PageLink to="/settings/carts" className="link">
          {words.openCarts}
        </PageLink>
      );
    case "firstTestMessage":
      return (
        <PageLink to="/inbox" className="link">
          {words.openInbox}
        </PageLink>
      );
  }
}
