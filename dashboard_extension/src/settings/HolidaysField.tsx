import { Button } from "@saleor/macaw-ui";
import { X } from "lucide-react";
import { useId, useState } from "react";
import { useAppWords } from "../words/app/useAppWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { FieldHelp } from "./FieldHelp";

interface HolidaysFieldProps {
  readonly days: readonly string[];
  readonly fault: string | null;
  readonly onChange: (days: string[]) => void;
}

export function HolidaysField({ days, fault, onChange }: HolidaysFieldProps) {
  const { settings: words } = useAppWords();
  const { tag } = useLanguage();
  const [day, setDay] = useState("");
  const id = useId();
  const format = new Intl.DateTimeFormat(tag, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const add = () => {
    if (day === "") return;
    onChange([...new Set([...days, day])].sort());
    setDay("");
  };
  return (
    <fieldset className="holidays">
      <legend>{words.holidays}</legend>
      {days.length > 0 && (
        <ul className="chips">
          {days.map((one) => {
            const name = format.format(Date.parse(one));
            return (
              <li key={one} className="chip">
                {name}
                <button
                  type="button"
                  className="icon"
                  aria-label={fill(words.removeNamed, { name })}
                  onClick={() => onChange(days.filter((other) => other !== one))}
                >
                  <X size={14} aria-hidden="true" />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <div className="add-line">
        <input type="date" value={day} aria-label={words.holiday} onChange={(event) => setDay(event.target.value)} />
        <Button type="button" variant="secondary" size="small" onClick={add}>
          {words.addHoliday}
        </Button>
      </div>
      {fault && <FieldHelp id={id} fault={fault} />}
    </fieldset>
  );
}
