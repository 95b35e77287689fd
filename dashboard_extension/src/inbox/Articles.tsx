import { Plus } from "lucide-react";
import { TicketArticles } from "../generated/TicketArticles";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";

const load = loadOf(TicketArticles);

interface ArticlesProps {
  readonly ticketId: string;
  /** Put the link into the answer. */
  readonly onTake: (url: string) => void;
}

/** The shop's own pages that fit what the shopper said last; nothing where none does. */
export function Articles({ ticketId, onTake }: ArticlesProps) {
  const words = useDeskWords();
  const { count } = useLanguage();
  const { loaded } = useLoaded(load, { id: ticketId });
  const found = loaded.kind === "shown" ? (loaded.data.ticket?.articles ?? []) : [];
  if (found.length === 0) return null;
  return (
    <details className="articles">
      <summary>{count(words.articles, found.length)}</summary>
      <ul>
        {found.map(({ id, title, excerpt, url }) => (
          <li key={id}>
            <div>
              <a href={url} target="_blank" rel="noopener noreferrer" dir="auto">
                {title}
              </a>
              <p className="quiet small" dir="auto">
                {excerpt}
              </p>
            </div>
            <button
              type="button"
              className="icon"
              aria-label={fill(words.articleTake, { title })}
              title={words.articleTakeShort}
              onClick={() => onTake(url)}
            >
              <Plus size={16} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
