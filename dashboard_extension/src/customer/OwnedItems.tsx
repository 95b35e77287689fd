import "./owned.css";
import { useCardWords } from "../words/card/useCardWords";
import { useLanguage } from "../words/useLanguage";

interface Item {
  readonly productName: string;
  readonly variantName: string;
  readonly pieces: number;
  readonly times: number;
}

/** What they bought before, and in which size, colour or the like. */
export function OwnedItems({ items }: { readonly items: readonly Item[] }) {
  const words = useCardWords();
  const { count } = useLanguage();
  return (
    <ul className="owned">
      {items.map(({ productName, variantName, pieces, times }) => (
        <li key={`${productName} ${variantName}`}>
          <span dir="auto">{productName}</span>
          {variantName && variantName !== productName && (
            <span className="pill" dir="auto">
              {variantName}
            </span>
          )}
          {pieces > 1 && (
            <span className="quiet">
              {[count(words.ownedPieces, pieces), times > 1 && count(words.ownedTimes, times)]
                .filter(Boolean)
                .join(", ")}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
