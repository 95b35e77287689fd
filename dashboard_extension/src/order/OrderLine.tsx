import type { LineFragment } from "../generated/OrderCard";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { Thumbnail } from "./Thumbnail";

export function OrderLine({ line }: { readonly line: LineFragment }) {
  const { words, money, number } = useLanguage();
  const variant = [line.variantName === line.productName ? "" : line.variantName, line.sku].filter(Boolean).join(" · ");
  const fulfilled = fill(words.fulfilledOf, {
    done: number(line.quantityFulfilled),
    ordered: number(line.quantity),
  });
  return (
    <li>
      <Thumbnail url={line.thumbnailUrl} />
      <span className="product">
        <span className="name">{line.productName}</span>
        {variant && <span className="quiet">{variant}</span>}
        <span className={line.quantityFulfilled < line.quantity ? "quiet" : "quiet done"}>{fulfilled}</span>
      </span>
      {line.total && <span className="price">{money(line.total)}</span>}
    </li>
  );
}
