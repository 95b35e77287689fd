import type { TicketOrderFragment } from "../generated/TicketThread";
import { useActWords } from "../words/acts/useActWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";

interface ActLinesProps {
  readonly legend: string;
  readonly order: TicketOrderFragment;
  readonly chosen: ReadonlyMap<string, number>;
  readonly onChange: (chosen: ReadonlyMap<string, number>) => void;
}

/** How many of which lines of an order. */
export function ActLines({ legend, order, chosen, onChange }: ActLinesProps) {
  const words = useActWords();
  const { number } = useLanguage();
  const lines = order.lines.edges.flatMap((edge) => edge?.node ?? []);
  const put = (id: string, quantity: number) => {
    const next = new Map(chosen);
    if (quantity > 0) next.set(id, quantity);
    else next.delete(id);
    onChange(next);
  };
  return (
    <fieldset className="act-lines">
      <legend>{legend}</legend>
      {lines.map((line) => (
        <label key={line.id}>
          <span>
            {line.productName} <span className="quiet">{line.variantName}</span>
          </span>
          <select
            aria-label={fill(words.ofLine, { name: `${line.productName} ${line.variantName}`.trim() })}
            value={chosen.get(line.id) ?? 0}
            onChange={(event) => put(line.id, Number(event.target.value))}
          >
            {Array.from({ length: line.quantity + 1 }, (_, many) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the number is what it is
              <option key={many} value={many}>
                {number(many)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}
