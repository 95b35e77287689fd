import { PageLink } from "../app/PageLink";
import type { CartReportQuery } from "../generated/CartReport";
import { useMinute } from "../order/useMinute";
import { useCartWords } from "../words/carts/useCartWords";
import { useLanguage } from "../words/useLanguage";

/** What people said in their own words, the newest first. */
export function SaidWords({ answers }: Pick<CartReportQuery["cartReport"], "answers">) {
  const words = useCartWords();
  const { ago, moment } = useLanguage();
  const now = useMinute();
  if (answers.length === 0) return null;
  return (
    <section className="section">
      <h2>{words.wordsHead}</h2>
      <ul className="said-words">
        {answers.map(({ reason, text, link, at, caseId }) => (
          <li key={caseId}>
            <p className="pills">
              <span className="chip">{words.reasons[reason]}</span>
              <time className="quiet" dateTime={at} title={moment(at)}>
                {ago(at, now)}
              </time>
              <PageLink to={`/carts/${encodeURIComponent(caseId)}`} className="link">
                {words.openCase}
              </PageLink>
              {link && (
                <a className="link" href={link} target="_blank" rel="noreferrer noopener nofollow">
                  {words.foundAt}
                </a>
              )}
            </p>
            {text && <p dir="auto">{text}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
