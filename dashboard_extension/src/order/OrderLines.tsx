import { useState } from "react";
import { useLanguage } from "../words/useLanguage";
import { OrderLine } from "./OrderLine";
import type { Order } from "./orderView";

const FIRST = 5;

export function OrderLines({ lines }: { readonly lines: Order["lines"] }) {
  const { words, count, number } = useLanguage();
  const [all, setAll] = useState(false);
  const nodes = lines.edges.flatMap((edge) => edge?.node ?? []);
  const hidden = nodes.length - FIRST;
  const total = lines.totalCount ?? nodes.length;
  return (
    <section>
      <h2>
        {words.items} <span className="quiet">{number(total)}</span>
      </h2>
      {nodes.length === 0 ? (
        <p className="quiet">{words.noItems}</p>
      ) : (
        <ul className="lines">
          {(all ? nodes : nodes.slice(0, FIRST)).map((line) => (
            <OrderLine key={line.id} line={line} />
          ))}
        </ul>
      )}
      {all && total > nodes.length && <p className="quiet">{count(words.firstItemsOnly, nodes.length)}</p>}
      {hidden > 0 && (
        <button type="button" className="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.fewer : count(words.andMore, total - FIRST)}
        </button>
      )}
    </section>
  );
}
