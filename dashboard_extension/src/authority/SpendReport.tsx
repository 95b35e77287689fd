import { useState } from "react";
import { LoadedPart } from "../app/LoadedPart";
import { CompensationReport } from "../generated/CompensationReport";
import { useReasonNames } from "../inbox/useReasons";
import { Section } from "../settings/Section";
import { TextField } from "../settings/TextField";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useActWords } from "../words/acts/useActWords";
import { useLanguage } from "../words/useLanguage";

const load = loadOf(CompensationReport);
const DAY_MS = 86_400_000;
const DAYS = 30;

/** What was given in some days, by group, reason and kind, and how often the ticket came back. */
export function SpendReport() {
  const { report: words, kinds } = useActWords();
  const { money, number } = useLanguage();
  const reasonOf = useReasonNames();
  const [days, setDays] = useState(() => ({ from: dayOf(Date.now() - DAYS * DAY_MS), to: dayOf(Date.now()) }));
  // Until the end of the last day, by the reader's clock.
  const loading = useLoaded(load, { from: instantOf(days.from, 0), to: instantOf(days.to, 1) });
  return (
    <Section what={words.title} why={words.reopenedNote}>
      <div className="preview-fields">
        <TextField
          label={words.from}
          type="date"
          value={days.from}
          onChange={(from) => from && setDays({ ...days, from })}
        />
        <TextField label={words.to} type="date" value={days.to} onChange={(to) => to && setDays({ ...days, to })} />
      </div>
      <LoadedPart from={loading} needs="MANAGE_SETTINGS">
        {({ compensationReport: rows }) =>
          rows.length === 0 ? (
            <p className="quiet">{words.none}</p>
          ) : (
            <table className="tallies">
              <thead>
                <tr>
                  {Object.values(words.heads).map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={[row.group, row.reason, row.kind, row.total.currency].join(" ")}>
                    <th scope="row">{row.group}</th>
                    <td>{row.reason ? reasonOf(row.reason) : words.noReason}</td>
                    <td data-head={words.heads.kind}>{kinds[row.kind]}</td>
                    <td data-head={words.heads.count}>{number(row.count)}</td>
                    <td data-head={words.heads.sum}>{money(row.total)}</td>
                    <td data-head={words.heads.reopened}>{number(row.reopened)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </LoadedPart>
    </Section>
  );
}

function dayOf(at: number): string {
  const day = new Date(at);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

function instantOf(day: string, later: number): string {
  const start = new Date(`${day}T00:00`);
  start.setDate(start.getDate() + later);
  return start.toISOString();
}
