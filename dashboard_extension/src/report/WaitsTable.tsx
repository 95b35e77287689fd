import { ReportTable } from "../carts/ReportTable";
import type { ChatWaitsQuery, TimesFragment, WaitsFragment } from "../generated/ChatWaits";
import { fill } from "../words/language";
import { useReportWords } from "../words/report/useReportWords";
import { useLanguage } from "../words/useLanguage";

interface WaitsTableProps {
  readonly waits: ChatWaitsQuery["chatWaits"];
  /** Of the channels, by slug. */
  readonly names: ReadonlyMap<string, string>;
}

/** How long people waited, in sum and by the hour in which they came. */
export function WaitsTable({ waits, names }: WaitsTableProps) {
  const words = useReportWords();
  const { number } = useLanguage();
  const { hour, arrivals, left, missed, wait, firstReply, resolution } = words.waits;
  return (
    <>
      <p className="quiet">{words.spreadNote}</p>
      <ReportTable
        heads={[hour, arrivals, left, missed, wait, firstReply, resolution]}
        rows={[
          [words.all, ...cells(waits.total)],
          ...waits.byHour.map((row) => [hourOf(row.hour ?? 0, row.channel), ...cells(row)]),
        ]}
      />
    </>
  );

  function hourOf(of: number, channel: string | null): string {
    const clock = `${String(of).padStart(2, "0")}:00`;
    return channel === null ? clock : `${clock} ${names.get(channel) ?? channel}`;
  }

  function cells(row: WaitsFragment): string[] {
    const counts = [row.arrivals, row.left, row.missed].map((value) => number(value));
    return [...counts, ...[row.wait, row.firstReply, row.resolution].map(timesOf)];
  }

  function timesOf(times: TimesFragment | null): string {
    if (times === null || times.many === 0) return "–";
    const { p50, p90, longest } = times;
    return fill(words.spread, { p50: onAWatch(p50), p90: onAWatch(p90), longest: onAWatch(longest) });
  }
}

/** 65 is 1:05, and an hour more 1:01:05. */
function onAWatch(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const digits = (value: number) => String(value).padStart(2, "0");
  const rest = digits(Math.floor(seconds % 60));
  return hours > 0 ? `${hours}:${digits(minutes)}:${rest}` : `${minutes}:${rest}`;
}
