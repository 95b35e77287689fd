import { Button } from "@saleor/macaw-ui";
import { useCallback, useState } from "react";
import { EmptyPlace } from "../app/EmptyPlace";
import { LoadedPart } from "../app/LoadedPart";
import { PageHead } from "../app/PageHead";
import { Segments } from "../app/Segments";
import { type Undoable, UndoToast } from "../app/UndoToast";
import type { QuestionShelf } from "../generated/ProductQuestions";
import type { Outcome } from "../staff/outcome";
import { useLoaded } from "../staff/useLoaded";
import { useSender } from "../staff/useSender";
import { useQuestionWords } from "../words/questions/useQuestionWords";
import { useLanguage } from "../words/useLanguage";
import type { Deed } from "./deeds";
import { loadQuestions } from "./loadQuestions";
import { QuestionItem } from "./QuestionItem";
import "./questions.css";

const SHELVES = ["UNANSWERED", "TO_CHECK", "ANSWERED", "REJECTED"] as const;
const EVERY_MS = 30_000;

export function QuestionsPage() {
  const words = useQuestionWords();
  const { count } = useLanguage();
  const [shelf, setShelf] = useState<QuestionShelf>("UNANSWERED");
  const [pages, setPages] = useState(1);
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  const loading = useLoaded(loadQuestions, { shelf, pages }, EVERY_MS);
  const undoing = useSender(words);
  const gone = useCallback(() => setUndoable(null), []);
  const done = async (deed: Deed, undo: () => Promise<Outcome<unknown>>) => {
    setUndoable({
      said: words.done[deed],
      undo: async () => {
        await undoing.send(undo);
        await loading.again();
      },
    });
    await loading.again();
  };
  return (
    <div className="page">
      <PageHead title={words.title} intro={words.intro} />
      <Segments
        legend={words.filter}
        options={SHELVES.map((one) => [one, words.shelves[one]])}
        value={shelf}
        onChange={(next) => {
          setShelf(next);
          setPages(1);
        }}
      />
      <section className="reviews questions" tabIndex={-1} aria-label={words.shelves[shelf]}>
        <LoadedPart from={loading} needs="MANAGE_ORDERS">
          {(found) => (
            <>
              <p className="only-heard" role="status">
                {count(words.found, found.total)}
              </p>
              {found.rows.length === 0 && <EmptyPlace {...words.empty[shelf]} />}
              <ul>
                {found.rows.map((question) => (
                  <QuestionItem key={question.id} question={question} onDone={done} />
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
