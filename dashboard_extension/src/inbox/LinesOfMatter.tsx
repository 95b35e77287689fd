import { useState } from "react";
import type { Undoable } from "../app/UndoToast";
import { fill } from "../words/language";
import { useMatterWords } from "../words/matters/useMatterWords";
import { useLanguage } from "../words/useLanguage";
import type { Ticket } from "./loadThread";
import { useMatter } from "./useMatter";

interface LinesOfMatterProps {
  readonly ticket: Ticket;
  readonly onChange: () => void;
  readonly onUndoable: (undoable: Undoable) => void;
}

/** Which lines of the order it is about: none is the order as a whole. */
export function LinesOfMatter({ ticket, onChange, onUndoable }: LinesOfMatterProps) {
  const words = useMatterWords();
  const { number } = useLanguage();
  const { busy, change } = useMatter({ id: ticket.id, onChange, onUndoable });
  const [chosen, setChosen] = useState<ReadonlyMap<string, number> | null>(null);
  const ordered = (ticket.order?.lines.edges ?? []).flatMap((edge) => edge?.node ?? []);
  const before = new Map(ticket.lines.map(({ orderLineId, quantity }) => [orderLineId, quantity]));
  if (chosen === null) {
    return (
      <section>
        <h3>{words.about}</h3>
        {ticket.lines.length === 0 ? (
          <p className="quiet">{words.wholeOrder}</p>
        ) : (
          <ul className="order-lines">
            {ticket.lines.map((line) => (
              <li key={line.orderLineId}>
                {number(line.quantity)} × {line.productName} <span className="quiet">{line.variantName}</span>
              </li>
            ))}
          </ul>
        )}
        <button type="button" className="link" onClick={() => setChosen(before)}>
          {words.chooseLines}
        </button>
      </section>
    );
  }
  const put = (id: string, quantity: number) => {
    const next = new Map(chosen);
    if (quantity > 0) next.set(id, quantity);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <form
      className="choose-lines"
      onSubmit={async (event) => {
        event.preventDefault();
        await change({ lines: linesOf(chosen) }, { lines: linesOf(before) }, words.was.lines);
        setChosen(null);
      }}
    >
      <fieldset>
        <legend>{words.linesLegend}</legend>
        {ordered.map((line) => (
          <div key={line.id} className="choose-line">
            <label>
              <input
                type="checkbox"
                checked={chosen.has(line.id)}
                onChange={(event) => put(line.id, event.target.checked ? line.quantity : 0)}
              />
              {line.productName} <span className="quiet">{line.variantName}</span>
            </label>
            {chosen.has(line.id) && line.quantity > 1 && (
              <input
                type="number"
                min={1}
                max={line.quantity}
                value={chosen.get(line.id)}
                aria-label={fill(words.howMany, { name: line.productName })}
                onChange={(event) => put(line.id, Math.min(line.quantity, Math.max(1, Number(event.target.value))))}
              />
            )}
          </div>
        ))}
      </fieldset>
      <p className="form-deeds">
        <button type="submit" className="button" aria-disabled={busy}>
          {words.saveLines}
        </button>
        <button type="button" className="link" onClick={() => setChosen(null)}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}

function linesOf(chosen: ReadonlyMap<string, number>) {
  return [...chosen].map(([orderLineId, quantity]) => ({ orderLineId, quantity }));
}
