import { Button } from "@saleor/macaw-ui";
import { EmptyPlace } from "../app/EmptyPlace";
import { PageLink } from "../app/PageLink";
import { useDeskWords } from "../words/desk/useDeskWords";
import { isAllUndone, isEverything, type Wanted } from "./wanted";

interface NoTicketsProps {
  readonly wanted: Wanted;
  readonly onAll: () => void;
}

/** Nothing to do, nothing put off, nothing found and nothing ever are four different things. */
export function NoTickets({ wanted, onAll }: NoTicketsProps) {
  const words = useDeskWords();
  if (isEverything(wanted)) {
    return (
      <EmptyPlace what={words.emptyEver.what} why={words.emptyEver.why}>
        <PageLink to="/" className="link">
          {words.emptyEver.next}
        </PageLink>
      </EmptyPlace>
    );
  }
  return (
    <EmptyPlace {...reason()}>
      <Button type="button" variant="secondary" size="small" onClick={onAll}>
        {words.emptyFound.next}
      </Button>
    </EmptyPlace>
  );

  function reason(): { readonly what: string; readonly why: string } {
    if (!isAllUndone(wanted)) return { what: words.emptyFound.what, why: words.emptyFound.why };
    return wanted.shelf === "SNOOZED" ? words.emptySnoozed : words.emptyOpen;
  }
}
