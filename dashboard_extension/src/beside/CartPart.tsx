import { LoadedPart } from "../app/LoadedPart";
import { BesideCart } from "../generated/BesideCart";
import { useNews } from "../inbox/useNews";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useBesideWords } from "../words/beside/useBesideWords";
import type { BesideProps } from "./Beside";
import { CartNow } from "./CartNow";
import { CatalogueSearch } from "./CatalogueSearch";
import { ShowForms } from "./ShowForms";
import { useDeeds } from "./useDeeds";

const load = loadOf(BesideCart);
// The shopper changes it, too, and no socket of ours hears of that.
const EVERY_MS = 20_000;

interface CartPartProps extends BesideProps {
  /** Something was done, or tried. */
  readonly onEnd: () => void;
}

/** The shopper's cart as it is in Saleor, and what staff do in it and show while the chat goes on. */
export function CartPart({ ticketId, conversationId, live, onEnd }: CartPartProps) {
  const words = useBesideWords();
  const loading = useLoaded(load, { id: ticketId }, live ? EVERY_MS : null);
  useNews((frame) => frame.is === "here" && frame.conversation === conversationId, loading.again);
  const deeds = useDeeds(ticketId, () => {
    loading.again();
    onEnd();
  });
  return (
    <>
      <section aria-busy={deeds.busy}>
        <h3>{words.cart}</h3>
        <LoadedPart from={loading} needs="MANAGE_ORDERS">
          {({ ticket }) => (
            <>
              {ticket?.beside.checkoutTrouble && <p className="quiet">{words.faults[ticket.beside.checkoutTrouble]}</p>}
              {ticket?.beside.checkout && <CartNow cart={ticket.beside.checkout} deeds={deeds} live={live} />}
              {live && ticket && (
                <CatalogueSearch channel={ticket.channel} deeds={deeds} hasCart={ticket.beside.checkout !== null} />
              )}
            </>
          )}
        </LoadedPart>
      </section>
      {live && <ShowForms deeds={deeds} />}
    </>
  );
}
