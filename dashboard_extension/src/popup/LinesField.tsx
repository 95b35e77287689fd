import { useCardWords } from "../words/card/useCardWords";
import { fill } from "../words/language";

interface Line {
  readonly id: string;
  readonly productName: string;
  readonly variantName: string;
  readonly quantity: number;
}

interface LinesFieldProps {
  readonly lines: readonly Line[];
  /** How many pieces of each line it is about. */
  readonly picked: ReadonlyMap<string, number>;
  readonly onPick: (picked: ReadonlyMap<string, number>) => void;
}

/** An order's lines to tick, each with how many pieces of it are meant. */
export function LinesField({ lines, picked, onPick }: LinesFieldProps) {
  const words = useCardWords();
  const pick = (id: string, quantity: number | null) => {
    const next = new Map(picked);
    if (quantity === null) next.delete(id);
    else next.set(id, quantity);
    onPick(next);
  };
  return (
    <fieldset className="order-lines">
      <legend>{words.about}</legend>
      {lines.map((line) => {
        const name = [line.productName, line.variantName === line.productName ? "" : line.variantName]
          .filter(Boolean)
          .join(" · ");
        const chosen = picked.get(line.id);
        return (
          <p key={line.id}>
            <label>
              <input
                type="checkbox"
                checked={chosen !== undefined}
                onChange={(event) => pick(line.id, event.target.checked ? line.quantity : null)}
              />
              <span>{name}</span>
            </label>
            {chosen !== undefined && line.quantity > 1 && (
              <select
                aria-label={fill(words.quantity, { product: name })}
                value={chosen}
                onChange={(event) => pick(line.id, Number(event.target.value))}
              >
                {Array.from({ length: line.quantity }, (_, before) => before + 1).map((pieces) => (
                  <option key={pieces} value={pieces}>
                    {pieces}
                  </option>
                ))}
              </select>
            )}
          </p>
        );
      })}
    </fieldset>
  );
}
