import type { TallyFragment } from "../generated/Promises";
import { usePromiseWords } from "../words/promises/usePromiseWords";
import { useLanguage } from "../words/useLanguage";
import { percent } from "./percent";

/** One tally as three cells: the share, or that there are too few for one. */
export function TallyCells({ tally }: { readonly tally: TallyFragment }) {
  const words = usePromiseWords();
  const { tag, number } = useLanguage();
  const { share } = tally;
  return (
    <>
      <td data-head={words.share}>
        {share === null ? (
          <span className="quiet">{words.tooFew}</span>
        ) : (
          <span className="share">
            <span>{percent(tag, share)}</span>
            <progress aria-hidden="true" value={share} max={1} />
          </span>
        )}
      </td>
      <td data-head={words.known}>{number(tally.known)}</td>
      <td data-head={words.made}>{number(tally.made)}</td>
    </>
  );
}
