import type { BesideFactsQuery } from "../generated/BesideFacts";
import { useMinute } from "../order/useMinute";
import { useBesideWords } from "../words/beside/useBesideWords";
import { useLanguage } from "../words/useLanguage";

export type Here = NonNullable<NonNullable<BesideFactsQuery["ticket"]>["beside"]["here"]>;

/** The page that the shopper looks at, as far as they let it be told. */
export function HerePart({ here }: { readonly here: Here }) {
  const words = useBesideWords();
  const { ago, moment } = useLanguage();
  const now = useMinute();
  const name = here.product?.name || here.title || here.url;
  return (
    <section>
      <h3>{words.here}</h3>
      <p>
        {here.url ? (
          <a className="link" href={here.url} target="_blank" rel="noreferrer">
            {name}
          </a>
        ) : (
          name
        )}{" "}
        {here.at && (
          <time className="quiet small" dateTime={here.at} title={moment(here.at)}>
            {ago(here.at, now)}
          </time>
        )}
      </p>
    </section>
  );
}
