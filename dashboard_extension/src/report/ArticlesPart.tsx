import { ArticlesHelped } from "../generated/ArticlesHelped";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useReportWords } from "../words/report/useReportWords";
import { useLanguage } from "../words/useLanguage";

const load = loadOf(ArticlesHelped);

interface ArticlesPartProps {
  readonly days: number;
  readonly channel: string | null;
}

/** The shop's pages after which shoppers said that they did not have to write; nothing where nobody did. */
export function ArticlesPart({ days, channel }: ArticlesPartProps) {
  const words = useReportWords();
  const { count } = useLanguage();
  const { loaded } = useLoaded(load, { days, channel });
  const found = loaded.kind === "shown" ? loaded.data.articlesHelped : [];
  if (found.length === 0) return null;
  return (
    <section className="section" aria-labelledby="report-articles">
      <h2 id="report-articles">{words.articlesHead}</h2>
      <ul className="articles-helped">
        {found.map(({ title, times }) => (
          <li key={title}>
            <span dir="auto">{title}</span> <span className="quiet">{count(words.articlesTimes, times)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
