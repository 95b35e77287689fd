import { Button } from "@saleor/macaw-ui";
import { EmptyPlace } from "../app/EmptyPlace";
import { PageLink } from "../app/PageLink";
import { useAppWords } from "../words/app/useAppWords";
import type { Asked } from "./loadTickets";

interface NoTicketsProps {
  readonly asked: Pick<Asked, "state" | "search">;
  readonly onAll: () => void;
}

/** Nothing to do, nothing found and nothing ever are three different things. */
export function NoTickets({ asked, onAll }: NoTicketsProps) {
  const { inbox: words } = useAppWords();
  if (asked.search === "" && asked.state === null) {
    return (
      <EmptyPlace what={words.emptyEver.what} why={words.emptyEver.why}>
        <PageLink to="/" className="link">
          {words.emptyEver.next}
        </PageLink>
      </EmptyPlace>
    );
  }
  const caughtUp = asked.search === "" && asked.state === "OPEN";
  return (
    <EmptyPlace {...(caughtUp ? words.emptyOpen : words.emptyFound)}>
      <Button type="button" variant="secondary" size="small" onClick={onAll}>
        {words.emptyFound.next}
      </Button>
    </EmptyPlace>
  );
}
