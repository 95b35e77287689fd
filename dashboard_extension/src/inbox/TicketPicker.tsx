import { useState } from "react";
import type { TicketRowFragment } from "../generated/Tickets";
import { useLoaded } from "../staff/useLoaded";
import { fill } from "../words/language";
import { useMatterWords } from "../words/matters/useMatterWords";
import { useLanguage } from "../words/useLanguage";
import { loadTickets } from "./loadTickets";
import { useSettled } from "./useSettled";
import { EVERYTHING } from "./wanted";

interface TicketPickerProps {
  /** This one is not offered. */
  readonly but: string;
  /** What is looked for before anybody typed. */
  readonly begin: string;
  readonly deed: (ticket: TicketRowFragment) => string;
  readonly onPick: (ticket: TicketRowFragment) => void;
}

const MOST = 8;

/** Find another ticket by its number, who writes, or what was said. */
export function TicketPicker({ but, begin, deed, onPick }: TicketPickerProps) {
  const words = useMatterWords();
  const { number } = useLanguage();
  const [text, setText] = useState(begin);
  const search = useSettled(text.trim());
  const { loaded } = useLoaded(loadTickets, { ...EVERYTHING, search, pages: 1 });
  const rows = loaded.kind === "shown" ? loaded.data.rows.filter(({ id }) => id !== but).slice(0, MOST) : [];
  return (
    <div className="picker">
      <label>
        {words.pickTicket}
        <input
          type="text"
          value={text}
          placeholder={words.pickHint}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <span>
              <span className="name">
                {fill(words.ticketLine, { number: number(row.number), subject: row.subject })}
              </span>{" "}
              <span className="quiet">{row.customerName || row.customerEmail}</span>
            </span>
            <button type="button" className="button secondary" onClick={() => onPick(row)}>
              {deed(row)}
            </button>
          </li>
        ))}
      </ul>
      {loaded.kind === "shown" && rows.length === 0 && (
        <p className="quiet" role="status">
          {words.pickNone}
        </p>
      )}
    </div>
  );
}
