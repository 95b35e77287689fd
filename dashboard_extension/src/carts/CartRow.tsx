import { PageLink } from "../app/PageLink";
import type { CartCaseRowFragment } from "../generated/CartCases";
import { Thumbnail } from "../order/Thumbnail";
import { useMinute } from "../order/useMinute";
import { useCartWords } from "../words/carts/useCartWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { CauseChip } from "./CauseChip";
import { useStanding } from "./useStanding";

/** One case: whose, what is in it, why it was left, and what comes next or why nothing does. */
export function CartRow({ row }: { readonly row: CartCaseRowFragment }) {
  const words = useCartWords();
  const { ago, moment, money, count } = useLanguage();
  const standing = useStanding();
  const now = useMinute();
  const lines = row.cart?.lines ?? [];
  const [first, ...others] = lines;
  const what =
    first && (others.length > 0 ? fill(count(words.andMore, others.length), { name: first.name }) : first.name);
  return (
    <li className="case-row">
      <Thumbnail url={first?.thumbnailUrl ?? null} />
      <div>
        <span className="row-head">
          <PageLink to={`/carts/${encodeURIComponent(row.id)}`} className="name link">
            {row.email ?? words.unknownPerson}
          </PageLink>
          <span className="worth">{money(row.value)}</span>
        </span>
        {what && <span className="subject">{what}</span>}
        <span className="pills">
          {row.cause && <CauseChip cause={row.cause} source={row.causeSource} />}
          <time className="quiet" dateTime={row.changedAt} title={moment(row.changedAt)}>
            {fill(words.quiet, { when: ago(row.changedAt, now) })}
          </time>
        </span>
        <span className="quiet">{standing(row)}</span>
      </div>
    </li>
  );
}
