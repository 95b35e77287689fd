import { Button } from "@saleor/macaw-ui";
import { useCallback, useState } from "react";
import { EmptyPlace } from "../app/EmptyPlace";
import { LoadedPart } from "../app/LoadedPart";
import { PageHead } from "../app/PageHead";
import { type Undoable, UndoToast } from "../app/UndoToast";
import { ReviewChoices } from "../generated/ReviewChoices";
import type { ReviewRowFragment } from "../generated/Reviews";
import type { Found } from "../staff/firstPages";
import { useStaff } from "../staff/StaffContext";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useSender } from "../staff/useSender";
import { useReviewWords } from "../words/reviews/useReviewWords";
import { useLanguage } from "../words/useLanguage";
import { BatchBar } from "./BatchBar";
import { backTo, type Decision, decide } from "./decide";
import { EVERY_PENDING, loadReviews, type Wanted } from "./loadReviews";
import { ReviewCrises } from "./ReviewCrises";
import { ReviewFilters } from "./ReviewFilters";
import { ReviewItem } from "./ReviewItem";
import "./reviews.css";

const EVERY_MS = 30_000;
const loadChoices = loadOf(ReviewChoices);
const NOTHING: ReadonlySet<string> = new Set();

export function ReviewsPage() {
  const words = useReviewWords();
  const { count } = useLanguage();
  const { ask } = useStaff();
  const [wanted, setWanted] = useState(EVERY_PENDING);
  const [pages, setPages] = useState(1);
  const [chosen, setChosen] = useState(NOTHING);
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  const loading = useLoaded(loadReviews, { wanted, pages }, EVERY_MS);
  // The list says why nothing can be loaded; twice would be no help.
  const { loaded: known } = useLoaded(loadChoices, {}, EVERY_MS);
  const choices = known.kind === "shown" ? known.data : { reviewLanguages: [], reviewCrises: [] };
  const undoing = useSender(words);
  const gone = useCallback(() => setUndoable(null), []);
  const want = (next: Wanted) => {
    setWanted(next);
    setPages(1);
    setChosen(NOTHING);
  };
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const decided = (found: Found<ReviewRowFragment>, reviews: readonly ReviewRowFragment[], { to }: Decision) => {
    const ids = new Set(reviews.map(({ id }) => id));
    const rows = found.rows.filter(({ id }) => !ids.has(id));
    loading.put({ ...found, rows, total: found.total - ids.size });
    setChosen(new Set([...chosen].filter((id) => !ids.has(id))));
    setUndoable({
      said: count(words.done[to], ids.size),
      undo: async () => {
        for (const [those, decision] of backTo(reviews)) await undoing.send(() => decide(ask, those, decision));
        await loading.again();
      },
    });
  };
  return (
    <div className="page">
      <PageHead title={words.title} intro={words.intro} />
      <ReviewCrises crises={choices.reviewCrises} onProduct={(product) => want({ ...EVERY_PENDING, product })} />
      <ReviewFilters wanted={wanted} languages={choices.reviewLanguages} onChange={want} />
      <section className="reviews" tabIndex={-1} aria-label={words.states[wanted.state]}>
        <LoadedPart from={loading} needs="MANAGE_ORDERS">
          {(found) => (
            <>
              <p className="only-heard" role="status">
                {count(words.found, found.total)}
              </p>
              {found.rows.length === 0 && <EmptyPlace {...emptyOf(wanted)} />}
              {found.rows.length > 0 && wanted.state !== "WITHDRAWN" && (
                <BatchBar
                  state={wanted.state}
                  rows={found.rows}
                  chosen={chosen}
                  onChoose={setChosen}
                  onDecided={(reviews, decision) => decided(found, reviews, decision)}
                />
              )}
              <ul>
                {found.rows.map((review) => (
                  <ReviewItem
                    key={review.id}
                    review={review}
                    chosen={chosen.has(review.id)}
                    onChoose={(isChosen) => choose(review.id, isChosen)}
                    onProduct={(product) => want({ ...wanted, product })}
                    onChange={loading.again}
                    onDecided={(decision) => decided(found, [review], decision)}
                  />
                ))}
              </ul>
              {found.more && (
                <Button type="button" variant="secondary" onClick={() => setPages(pages + 1)}>
                  {words.more}
                </Button>
              )}
            </>
          )}
        </LoadedPart>
      </section>
      <UndoToast undoable={undoable} onGone={gone} />
    </div>
  );

  function emptyOf(asked: Wanted) {
    const isAll = JSON.stringify({ ...asked, state: EVERY_PENDING.state }) === JSON.stringify(EVERY_PENDING);
    return isAll ? words.empty[asked.state] : words.emptyFiltered;
  }
}
