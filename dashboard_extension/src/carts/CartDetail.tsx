import { useCallback, useState } from "react";
import { LoadedPart } from "../app/LoadedPart";
import { PageLink } from "../app/PageLink";
import { type Undoable, UndoToast } from "../app/UndoToast";
import { type CartCaseFactsFragment, CartCase as Document } from "../generated/CartCase";
import { Notice } from "../order/Notice";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useCartWords } from "../words/carts/useCartWords";
import { useLanguage } from "../words/useLanguage";
import { CartContents } from "./CartContents";
import { CartDeeds } from "./CartDeeds";
import { CartHead } from "./CartHead";
import { CartTimeline } from "./CartTimeline";

const load = loadOf(Document);
const EVERY_MS = 20_000;

/** One case, with everything that is known of it. */
export function CartDetail({ id }: { readonly id: string }) {
  const words = useCartWords();
  const loading = useLoaded(load, { id }, EVERY_MS);
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  const gone = useCallback(() => setUndoable(null), []);
  return (
    <>
      <PageLink to="/carts" className="link back">
        {words.back}
      </PageLink>
      <LoadedPart from={loading} needs="MANAGE_CHECKOUTS">
        {({ cartCase }) =>
          cartCase ? (
            <>
              <CartHead facts={cartCase}>
                <CartDeeds facts={cartCase} onDone={loading.again} onUndoable={setUndoable} />
              </CartHead>
              <div className="case-parts">
                <CartTimeline facts={cartCase} />
                <Carts facts={cartCase} />
              </div>
            </>
          ) : (
            <Notice says={words.missing} />
          )
        }
      </LoadedPart>
      <UndoToast undoable={undoable} onGone={gone} />
    </>
  );
}

function Carts({ facts: { carts, cart } }: { readonly facts: CartCaseFactsFragment }) {
  const words = useCartWords();
  const { count } = useLanguage();
  return (
    <section className="section">
      <h2>{count(words.contents, carts.length)}</h2>
      {carts.map((one) => (
        <CartContents key={one.id} cart={one} speaks={carts.length > 1 && one.id === cart?.id} />
      ))}
    </section>
  );
}
