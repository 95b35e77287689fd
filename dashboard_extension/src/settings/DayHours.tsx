import { Plus, X } from "lucide-react";
import { useAppWords } from "../words/app/useAppWords";
import { fill } from "../words/language";
import type { Shift } from "./draft";

interface DayHoursProps {
  readonly name: string;
  readonly shifts: readonly Shift[];
  readonly onChange: (shifts: readonly Shift[]) => void;
}

const USUAL: Shift = ["09:00", "18:00"];

/** The hours of one day of the week: none, one run, or several with pauses between. */
export function DayHours({ name, shifts, onChange }: DayHoursProps) {
  const { settings: words } = useAppWords();
  const put = (index: number, shift: Shift) => onChange(shifts.map((one, other) => (other === index ? shift : one)));
  const last = shifts.at(-1);
  return (
    <fieldset className="day-hours">
      <legend>{name}</legend>
      {shifts.length === 0 && <span className="quiet">{words.shut}</span>}
      {shifts.map(([opens, closes], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a run of hours is its place in the day; it has no other name.
        <span key={index} className="shift">
          <input
            type="time"
            value={opens}
            aria-label={fill(words.opensAt, { day: name })}
            onChange={(event) => put(index, [event.target.value, closes])}
          />
          <span aria-hidden="true">–</span>
          <input
            type="time"
            value={closes}
            aria-label={fill(words.closesAt, { day: name })}
            onChange={(event) => put(index, [opens, event.target.value])}
          />
          <button
            type="button"
            className="icon"
            aria-label={fill(words.removeShift, { day: name })}
            title={fill(words.removeShift, { day: name })}
            onClick={() => onChange(shifts.filter((_, other) => other !== index))}
          >
            <X size={16} aria-hidden="true" />
          </button>
        </span>
      ))}
      <button
        type="button"
        className="icon"
        aria-label={fill(words.addShiftFor, { day: name })}
        title={words.addShift}
        onClick={() => onChange([...shifts, last ? [last[1], "23:59"] : USUAL])}
      >
        <Plus size={16} aria-hidden="true" />
      </button>
    </fieldset>
  );
}
