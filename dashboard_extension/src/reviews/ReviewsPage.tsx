import { Button } from "@saleor/macaw-ui";
import { useCallback, useState } from "react";
import { EmptyPlace } from "../app/EmptyPlace";
import { LoadedPart } from "../app/LoadedPart";
import { PageHead } from "../app/PageHead";
import { Segments } from "../app/Segments";
import { type Undoable, UndoToast } from "../app/UndoToast";
import type { ReviewRowFragment, ReviewState } from "../generated/Reviews";
import type { Found } from "../staff/firstPages";
import { useStaff } from "../staff/StaffContext";
import { useLoaded } from "../staff/useLoaded";
import { useSender } from "../staff/useSender";
import { useReviewWords } from "../words/reviews/useReviewWords";
import { useLanguage } from "../words/useLanguage";
import { backTo, type Decision, decide } from "./decide";
import { loadReviews } from "./loadReviews";
import { ReviewItem } from "./ReviewItem";

const STATES = ["PENDING", "PUBLISHED", "REJECTED"] as const;
const EVERY_MS = 30_000;

export function ReviewsPage() {
  const words = useReviewWords();
  const { count } = useLanguage();
  const { ask } = useStaff();
  const [state, setState] = useState<ReviewState>("PENDING");
  const [pages, setPages] = useState(1);
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  const loading = useLoaded(loadReviews, { state, pages }, EVERY_MS);
  const undoing = useSender(words);
  const gone = useCallback(() => setUndoable(null), []);
  const decided = (found: Found<ReviewRowFragment>, review: ReviewRowFragment, { to }: Decision) => {
    loading.put({ ...found, rows: found.rows.filter(({ id }) => id !== review.id), total: found.total - 1 });
    setUndoable({
      said: words.done[to],
      undo: async () => {
        await undoing.send(() => decide(ask, review.id, backTo(review)));
        await loading.again();
      },
    });
  };
  return (
    <div className="page">
      <PageHead title={words.title} intro={words.intro} />
      <Segments
        legend={words.filter}
        options={STATES.map((one) => [one, words.states[one]])}
        value={state}
        onChange={(next) => {
          setState(next);
          setPages(1);
        }}
      />
      <section className="reviews" tabIndex={-1} aria-label={words.states[state]}>
        <LoadedPart from={loading} needs="MANAGE_ORDERS">
          {(found) => (
            <>
              <p className="only-heard" role="status">
                {count(words.found, found.total)}
              </p>
              {found.rows.length === 0 && <EmptyPlace {...words.empty[state]} />}
              <ul>
                {found.rows.map((review) => (
                  <ReviewItem
                    key={review.id}
                    review={review}
                    onDecided={(decision) => decided(found, review, decision)}
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
}
