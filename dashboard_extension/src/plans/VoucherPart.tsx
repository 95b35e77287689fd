import { Button } from "@saleor/macaw-ui";
import { X } from "lucide-react";
import { Check } from "../settings/Check";
import { FieldHelp } from "../settings/FieldHelp";
import type { FaultOf } from "../settings/faults";
import { Section } from "../settings/Section";
import { TextField } from "../settings/TextField";
import { fill } from "../words/language";
import { usePlanWords } from "../words/plans/usePlanWords";
import { type Draft, newVoucher, type Voucher } from "./draft";
import { MoneyField } from "./MoneyField";

interface VoucherPartProps {
  readonly draft: Draft;
  readonly currency: string;
  readonly faultOf: FaultOf;
  readonly onChange: (part: Partial<Draft>) => void;
}

const NUMBERS = [
  ["percent", "percent", null],
  ["minimum_margin_percent", "margin", "marginWhy"],
  ["once_in_days", "once", null],
  ["valid_days", "valid", null],
] as const;

/** How much a voucher may give away, and to whom. */
export function VoucherPart({ draft, currency, faultOf, onChange }: VoucherPartProps) {
  const { voucher: words } = usePlanWords();
  const { voucher } = draft;
  const put = (part: Partial<Voucher>) => voucher && onChange({ voucher: { ...voucher, ...part } });
  const wanted = voucher === null ? faultOf("voucher") : null;
  const budgets = voucher?.budget_per_day ?? [];
  const fault = faultOf("voucher.budget_per_day");
  const isOfOne = budgets.some((_, index) => faultOf(`voucher.budget_per_day.${index}`) !== null);
  return (
    <Section what={words.what} why={words.why}>
      <Check
        label={words.on}
        checked={voucher !== null}
        onChange={(on) => onChange({ voucher: on ? newVoucher(currency) : null })}
      />
      {wanted !== null && <FieldHelp id="voucher-help" fault={wanted} />}
      {voucher !== null && (
        <>
          {NUMBERS.map(([name, label, why]) => (
            <TextField
              key={name}
              label={words[label]}
              type="number"
              value={String(voucher[name])}
              fault={faultOf(`voucher.${name}`)}
              {...(why && { hint: words[why] })}
              onChange={(text) => put({ [name]: Number(text) })}
            />
          ))}
          <fieldset className="rows">
            <legend>{words.budget}</legend>
            {budgets.map((budget, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list; it has no other name.
              <div key={index} className="rule budget">
                <MoneyField
                  label={words.budget}
                  money={budget}
                  fault={faultOf(`voucher.budget_per_day.${index}`)}
                  onChange={(next) =>
                    put({ budget_per_day: budgets.map((one, other) => (other === index ? next : one)) })
                  }
                />
                {budgets.length > 1 && (
                  <button
                    type="button"
                    className="icon remove-row"
                    aria-label={fill(words.removeBudget, { currency: budget.currency })}
                    onClick={() => put({ budget_per_day: budgets.filter((_, other) => other !== index) })}
                  >
                    <X size={16} aria-hidden="true" />
                  </button>
                )}
              </div>
            ))}
            <p className={fault !== null && !isOfOne ? "help fault" : "help quiet"}>
              {(!isOfOne && fault) || words.budgetWhy}
            </p>
            <Button
              type="button"
              variant="secondary"
              size="small"
              onClick={() => put({ budget_per_day: [...budgets, { amount: "", currency: "" }] })}
            >
              {words.addBudget}
            </Button>
          </fieldset>
          <Check
            label={words.minSpendOn}
            checked={voucher.min_spend !== null}
            onChange={(on) => put({ min_spend: on ? { amount: "", currency } : null })}
          />
          {voucher.min_spend !== null && (
            <MoneyField
              label={words.minSpend}
              money={voucher.min_spend}
              fault={faultOf("voucher.min_spend")}
              onChange={(min_spend) => put({ min_spend })}
            />
          )}
        </>
      )}
    </Section>
  );
}
