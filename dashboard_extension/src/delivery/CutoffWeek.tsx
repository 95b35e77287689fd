import { Button } from "@saleor/macaw-ui";
import { useId } from "react";
import { Check } from "../settings/Check";
import { FieldHelp } from "../settings/FieldHelp";
import { weekdays } from "../settings/weekdays";
import { useDeliveryWords } from "../words/delivery/useDeliveryWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import type { WarehouseRules } from "./draft";

interface CutoffWeekProps {
  readonly week: WarehouseRules["week"];
  readonly cutoffs: WarehouseRules["cutoffs"];
  readonly fault: string | null;
  readonly onChange: (rules: Pick<WarehouseRules, "week" | "cutoffs">) => void;
}

/** On which days a warehouse works, and until when an order still leaves on them. */
export function CutoffWeek({ week, cutoffs, fault, onChange }: CutoffWeekProps) {
  const words = useDeliveryWords();
  const { tag } = useLanguage();
  const id = useId();
  const last = cutoffs.find((one) => one !== null) ?? null;
  const put = (index: number, works: boolean, cutoff: string | null) =>
    onChange({
      week: week.map((one, other) => (other === index ? works : one)),
      cutoffs: cutoffs.map((one, other) => (other === index ? cutoff : one)),
    });
  return (
    <fieldset className="cutoffs" aria-describedby={`${id}-help`}>
      <legend>{words.cutoffs}</legend>
      <FieldHelp id={`${id}-help`} hint={words.cutoffsWhy} fault={fault} />
      {weekdays(tag).map((name, index) => {
        const [works = false, cutoff = null] = [week[index], cutoffs[index]];
        return (
          <div key={name} className="cutoff-day">
            <Check label={name} checked={works} onChange={(on) => put(index, on, on ? last : null)} />
            {works && (
              <span className="cutoff">
                <span className="quiet">{words.until}</span>
                <input
                  type="time"
                  value={cutoff ?? ""}
                  aria-label={fill(words.untilOn, { day: name })}
                  onChange={(event) => put(index, true, event.target.value || null)}
                />
              </span>
            )}
            {works && cutoff === null && <span className="quiet">{words.nothingLeaves}</span>}
          </div>
        );
      })}
      <Button
        type="button"
        variant="tertiary"
        size="small"
        onClick={() => onChange({ week, cutoffs: week.map((works) => (works ? (cutoffs[0] ?? null) : null)) })}
      >
        {words.copyDown}
      </Button>
    </fieldset>
  );
}
