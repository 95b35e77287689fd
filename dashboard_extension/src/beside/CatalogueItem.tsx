import { useState } from "react";
import type { CatalogueRowFragment } from "../generated/Catalogue";
import { Thumbnail } from "../order/Thumbnail";
import { useBesideWords } from "../words/beside/useBesideWords";
import { choose } from "../words/choose";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import type { Deeds } from "./useDeeds";

type Named = Pick<CatalogueRowFragment, "name" | "turkishName">;

interface CatalogueItemProps {
  readonly product: CatalogueRowFragment;
  readonly deeds: Deeds;
  readonly hasCart: boolean;
}

/** A product that was found: in which of its variants, at which price, and what to do with it. */
export function CatalogueItem({ product, deeds, hasCart }: CatalogueItemProps) {
  const words = useBesideWords();
  const language = useLanguage();
  const { money, count } = language;
  const { variants } = product;
  const [chosen, setChosen] = useState((variants.find((one) => one.isInStock) ?? variants[0])?.id ?? "");
  const variant = variants.find((one) => one.id === chosen);
  const named = (one: Named) => choose({ en: one.name, tr: one.turkishName ?? one.name }, language);
  const name = named(product);
  if (variant === undefined) return null;
  const { available } = variant;
  const show = { product: product.id, variant: variants.length > 1 ? variant.id : null };
  return (
    <li>
      <Thumbnail url={product.thumbnailUrl || null} />
      <span className="line-name">
        <span>{name}</span>
        {variants.length > 1 && (
          <select
            value={chosen}
            aria-label={fill(words.variantOf, { name })}
            onChange={(event) => setChosen(event.target.value)}
          >
            {variants.map((one) => (
              <option key={one.id} value={one.id}>
                {named(one) || name}
                {one.isInStock ? "" : ` · ${words.soldOut}`}
              </option>
            ))}
          </select>
        )}
        <span className={variant.isInStock ? "quiet small" : "pill bad"}>
          {!variant.isInStock && words.soldOut}
          {variant.isInStock && available !== null && count(words.left, available)}
        </span>
      </span>
      <span className="worth">{money(variant.price)}</span>
      <span className="line-deeds">
        {hasCart && variant.isInStock && (
          <button
            type="button"
            className="button secondary"
            aria-label={fill(words.putInOf, { name })}
            aria-disabled={deeds.busy}
            onClick={() => deeds.busy || deeds.perform({ do: "add", variant: variant.id, quantity: 1 })}
          >
            {words.putIn}
          </button>
        )}
        <button
          type="button"
          className="button secondary"
          aria-label={fill(words.showOf, { name })}
          aria-disabled={deeds.busy}
          onClick={() => deeds.busy || deeds.perform({ do: "show", input: show })}
        >
          {words.show}
        </button>
      </span>
    </li>
  );
}
