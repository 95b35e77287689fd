import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { EmptyPlace } from "../app/EmptyPlace";
import { LoadedPart } from "../app/LoadedPart";
import type { CartCaseState } from "../generated/CartCases";
import { useSettled } from "../inbox/useSettled";
import { useLoaded } from "../staff/useLoaded";
import { useCartWords } from "../words/carts/useCartWords";
import { useLanguage } from "../words/useLanguage";
import { CartFilters } from "./CartFilters";
import { CartRow } from "./CartRow";
import { type FoundCases, loadCases } from "./loadCases";

const EVERY_MS = 20_000;

/** The cases in one state, what changed last first. */
export function CartCases() {
  const words = useCartWords();
  const { count } = useLanguage();
  const [state, setState] = useState<CartCaseState>("ABANDONED");
  const [search, setSearch] = useState("");
  const [pages, setPages] = useState(1);
  const loading = useLoaded(loadCases, { state, search: useSettled(search.trim()), pages }, EVERY_MS);
  const shown = loading.loaded.kind === "shown" ? loading.loaded.data : null;
  return (
    <>
      <CartFilters
        state={state}
        search={search}
        states={shown?.states ?? []}
        onState={(next) => {
          setState(next);
          setPages(1);
        }}
        onSearch={(next) => {
          setSearch(next);
          setPages(1);
        }}
      />
      <section className="cases" aria-label={words.states[state]}>
        <LoadedPart from={loading} needs="MANAGE_CHECKOUTS">
          {(found) => (
            <>
              <p className="only-heard" role="status">
                {count(words.found, found.total)}
              </p>
              {found.rows.length === 0 && nobody()}
              <ul className="case-rows">
                {found.rows.map((row) => (
                  <CartRow key={row.id} row={row} />
                ))}
              </ul>
              {more(found)}
            </>
          )}
        </LoadedPart>
      </section>
    </>
  );

  function nobody() {
    if (search.trim() === "") return <EmptyPlace {...words.empty[state]} />;
    const { what, why, next } = words.emptyFound;
    return (
      <EmptyPlace what={what} why={why}>
        <Button type="button" variant="secondary" size="small" onClick={() => setSearch("")}>
          {next}
        </Button>
      </EmptyPlace>
    );
  }

  function more(found: FoundCases) {
    return (
      found.more && (
        <Button type="button" variant="secondary" onClick={() => setPages(pages + 1)}>
          {words.more}
        </Button>
      )
    );
  }
}
