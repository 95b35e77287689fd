import { Button } from "@saleor/macaw-ui";
import type { FaultOf } from "../settings/faults";
import { TextField } from "../settings/TextField";
import { useDeliveryWords } from "../words/delivery/useDeliveryWords";
import { fill } from "../words/language";
import type { Closure } from "./draft";
import { RemoveRow } from "./RemoveRow";

interface ClosuresFieldProps {
  readonly closures: readonly Closure[];
  readonly faultOf: FaultOf;
  readonly onChange: (closures: readonly Closure[]) => void;
}

const NONE: Closure = { first: "", last: "", name: "" };

/** Days on which the merchant is closed for reasons of their own. */
export function ClosuresField({ closures, faultOf, onChange }: ClosuresFieldProps) {
  const words = useDeliveryWords();
  const put = (index: number, part: Partial<Closure>) =>
    onChange(closures.map((one, other) => (other === index ? { ...one, ...part } : one)));
  return (
    <fieldset className="rows">
      <legend>{words.closures}</legend>
      {closures.map((closure, index) => {
        const name = fill(words.closure, { n: String(index + 1) });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a closure is its place in the list; it has no other name.
          <fieldset key={index} className="rule closure-row">
            <legend className="only-heard">{name}</legend>
            <TextField
              label={words.first}
              type="date"
              value={closure.first}
              fault={faultOf(`closures.${index}.first`)}
              onChange={(first) => put(index, { first, last: closure.last < first ? first : closure.last })}
            />
            <TextField
              label={words.last}
              type="date"
              value={closure.last}
              fault={faultOf(`closures.${index}.last`)}
              onChange={(last) => put(index, { last })}
            />
            <TextField label={words.closureName} value={closure.name} onChange={(text) => put(index, { name: text })} />
            <RemoveRow name={name} onRemove={() => onChange(closures.filter((_, other) => other !== index))} />
          </fieldset>
        );
      })}
      <Button type="button" variant="secondary" size="small" onClick={() => onChange([...closures, NONE])}>
        {words.addClosure}
      </Button>
    </fieldset>
  );
}
