import { useState } from "react";
import { Segments } from "../app/Segments";
import { TextField } from "../settings/TextField";
import { useReportWords } from "../words/report/useReportWords";
import { type Between, betweenDays, lastDays, SPANS, type Span } from "./spans";

interface SpanChoiceProps {
  /** `days` is null where two dates were chosen. */
  readonly onChange: (between: Between, days: number | null) => void;
}

/** The last days, or from one date to another. */
export function SpanChoice({ onChange }: SpanChoiceProps) {
  const words = useReportWords();
  const [span, setSpan] = useState<Span | "dates">("28");
  const [first, setFirst] = useState("");
  const [last, setLast] = useState("");
  const chosen = betweenDays(first, last);
  const isWrong = first !== "" && last !== "" && chosen === null;
  const dated = (from: string, to: string) => {
    setFirst(from);
    setLast(to);
    const between = betweenDays(from, to);
    if (between !== null) onChange(between, null);
  };
  const choose = (next: Span | "dates") => {
    setSpan(next);
    if (next !== "dates") onChange(lastDays(Number(next), new Date()), Number(next));
    else if (chosen !== null) onChange(chosen, null);
  };
  return (
    <>
      <Segments
        legend={words.span}
        options={[...SPANS, "dates" as const].map((one) => [one, words.spans[one]] as const)}
        value={span}
        onChange={choose}
      />
      {span === "dates" && (
        <div className="report-dates">
          <TextField label={words.from} type="date" value={first} onChange={(day) => dated(day, last)} />
          <TextField
            label={words.to}
            type="date"
            value={last}
            fault={isWrong ? words.datesWrong : null}
            onChange={(day) => dated(first, day)}
          />
        </div>
      )}
    </>
  );
}
