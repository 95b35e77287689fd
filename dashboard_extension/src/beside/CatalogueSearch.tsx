import { Search } from "lucide-react";
import { useId, useState } from "react";
import { LoadedPart } from "../app/LoadedPart";
import { Catalogue } from "../generated/Catalogue";
import { useSettled } from "../inbox/useSettled";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useBesideWords } from "../words/beside/useBesideWords";
import { useLanguage } from "../words/useLanguage";
import { CatalogueItem } from "./CatalogueItem";
import type { Deeds } from "./useDeeds";

const load = loadOf(Catalogue);

interface CatalogueSearchProps {
  readonly channel: string;
  readonly deeds: Deeds;
  readonly hasCart: boolean;
}

/** Look for a product, to put it into the cart or to show it. */
export function CatalogueSearch({ channel, deeds, hasCart }: CatalogueSearchProps) {
  const words = useBesideWords();
  const [search, setSearch] = useState("");
  const settled = useSettled(search.trim());
  const id = useId();
  return (
    <div className="catalogue">
      <div className="search">
        <Search size={16} aria-hidden="true" />
        <label className="only-heard" htmlFor={id}>
          {words.search}
        </label>
        <input
          id={id}
          type="search"
          value={search}
          placeholder={words.search}
          maxLength={100}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      {settled !== "" && <Found channel={channel} search={settled} deeds={deeds} hasCart={hasCart} />}
    </div>
  );
}

function Found({ channel, search, deeds, hasCart }: CatalogueSearchProps & { readonly search: string }) {
  const words = useBesideWords();
  const { count } = useLanguage();
  const loading = useLoaded(load, { channel, search });
  return (
    <LoadedPart from={loading} needs="MANAGE_ORDERS">
      {({ catalogue }) => (
        <>
          <p className="quiet small" role="status">
            {count(words.found, catalogue.length)}
          </p>
          <ul className="catalogue-found">
            {catalogue.map((product) => (
              <CatalogueItem key={product.id} product={product} deeds={deeds} hasCart={hasCart} />
            ))}
          </ul>
        </>
      )}
    </LoadedPart>
  );
}
