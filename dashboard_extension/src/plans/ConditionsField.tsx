import { Button } from "@saleor/macaw-ui";
import { Segments } from "../app/Segments";
import { FieldHelp } from "../settings/FieldHelp";
import type { FaultOf } from "../settings/faults";
import { fill } from "../words/language";
import { usePlanWords } from "../words/plans/usePlanWords";
import { ConditionRow } from "./ConditionRow";
import { type Conditions, newLeaf, type Row } from "./conditions";

interface ConditionsFieldProps {
  readonly step: number;
  readonly conditions: Conditions;
  readonly currency: string;
  readonly faultOf: FaultOf;
  readonly onChange: (conditions: Conditions) => void;
}

/** What must hold of a cart for a message to go: all of the rows, or any. */
export function ConditionsField({ step, conditions, currency, faultOf, onChange }: ConditionsFieldProps) {
  const { conditions: words } = usePlanWords();
  if (conditions.mode === "OTHER") {
    return (
      <div className="rows">
        <p className="quiet">{words.nested}</p>
        <Button type="button" variant="secondary" size="small" onClick={() => onChange({ mode: "ALL", rows: [] })}>
          {words.nestedGo}
        </Button>
      </div>
    );
  }
  const { mode, rows } = conditions;
  const put = (next: readonly Row[]) => onChange({ mode, rows: next });
  // One about the whole is shown where no row shows it.
  const fault = rows.some((row, index) => faultOf(path(row, index)) !== null) ? null : faultOf("");
  return (
    <fieldset className="rows">
      <legend>{fill(words.legend, { n: String(step + 1) })}</legend>
      {rows.length === 0 && <p className="quiet">{words.always}</p>}
      {rows.length > 1 && (
        <Segments
          legend={words.mode}
          options={[
            ["ALL", words.ALL],
            ["ANY", words.ANY],
          ]}
          value={mode}
          onChange={(next) => onChange({ mode: next, rows })}
        />
      )}
      {rows.map((row, index) => (
        <ConditionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list; it has no other name.
          key={index}
          step={step}
          index={index}
          row={row}
          currency={currency}
          fault={faultOf(path(row, index))}
          onChange={(next) => put(rows.map((one, other) => (other === index ? next : one)))}
          onRemove={() => put(rows.filter((_, other) => other !== index))}
        />
      ))}
      {fault !== null && <FieldHelp id={`conditions-${step}-help`} fault={fault} />}
      <Button
        type="button"
        variant="secondary"
        size="small"
        onClick={() => put([...rows, { not: false, leaf: newLeaf("VALUE_AT_LEAST", currency) }])}
      >
        {words.add}
      </Button>
    </fieldset>
  );
}

function path({ not }: Row, index: number): string {
  return `.of.${index}${not ? ".that" : ""}`;
}
