import { CartAlarms as Document } from "../generated/CartAlarms";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useCartWords } from "../words/carts/useCartWords";
import { HelpRow } from "./HelpRow";
import { StuckRow } from "./StuckRow";

const load = loadOf(Document);
const EVERY_MS = 15_000;

/** What cannot wait: who is stuck at this moment, and whose money came without an order. Nothing where all is well. */
export function CartAlarms() {
  const words = useCartWords();
  const { loaded, again } = useLoaded(load, {}, EVERY_MS);
  // The list below says why nothing can be loaded; twice would be no help.
  const alarms = loaded.kind === "shown" ? loaded.data : { needingHelp: [], stuckCheckouts: [] };
  return (
    <div className="alarms" aria-live="polite">
      {alarms.needingHelp.length > 0 && (
        <section className="section alarm">
          <div className="section-head">
            <h2>{words.helpNow}</h2>
            <p className="quiet">{words.helpNowWhy}</p>
          </div>
          <ul>
            {alarms.needingHelp.map((help) => (
              <HelpRow key={help.cart.id} help={help} onSeen={again} />
            ))}
          </ul>
        </section>
      )}
      {alarms.stuckCheckouts.length > 0 && (
        <section className="section alarm">
          <div className="section-head">
            <h2>{words.stuck}</h2>
            <p className="quiet">{words.stuckWhy}</p>
          </div>
          <ul>
            {alarms.stuckCheckouts.map((cart) => (
              <StuckRow key={cart.id} cart={cart} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
