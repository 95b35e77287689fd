import { ProductTickets as Document } from "../generated/ProductTickets";
import { useStaff } from "../staff/StaffContext";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useCardWords } from "../words/card/useCardWords";
import { useLanguage } from "../words/useLanguage";

const load = loadOf(Document);

/** What people write about a product and nobody has solved; nothing for one who may not see orders. */
export function ProductTickets({ productId }: { readonly productId: string }) {
  const words = useCardWords();
  const { count, number } = useLanguage();
  const { dashboard } = useStaff();
  const { loaded } = useLoaded(load, { id: productId });
  if (loaded.kind !== "shown" || loaded.data.tickets.totalCount === 0) return null;
  const { edges, totalCount } = loaded.data.tickets;
  return (
    <section className="product-reviews">
      <h2>{count(words.productTickets, totalCount)}</h2>
      <ul>
        {edges
          .flatMap((edge) => edge?.node ?? [])
          .map((ticket) => (
            <li key={ticket.id}>
              <button
                type="button"
                className="link"
                onClick={() => dashboard.openOurs(`/inbox/${encodeURIComponent(ticket.id)}`)}
              >
                #{number(ticket.number)} {ticket.subject}
              </button>
            </li>
          ))}
      </ul>
    </section>
  );
}
