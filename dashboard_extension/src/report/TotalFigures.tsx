import type { FiguresFragment, SpreadFragment } from "../generated/Report";
import { fill } from "../words/language";
import { useReportWords } from "../words/report/useReportWords";
import { useLanguage } from "../words/useLanguage";
import { FigureList } from "./FigureList";
import { useFigures } from "./useFigures";

/** All tickets of a span in six figures. */
export function TotalFigures({ total }: { readonly total: FiguresFragment }) {
  const { figures: names, ...words } = useReportWords();
  const { count, number } = useLanguage();
  const { share, half, most, inTime } = useFigures();
  const { asked, answered, firstReply, resolution, kept, breached, reopened } = total;
  const figures = [
    { name: names.opened, value: number(total.opened) },
    { name: names.answered, value: share(answered, asked), of: partOf(answered, asked) },
    { name: names.firstReply, value: half(firstReply), of: timesOf(firstReply) },
    { name: names.clocks, value: inTime(total), of: clocksOf() },
    { name: names.resolution, value: half(resolution), of: timesOf(resolution) },
    { name: names.reopened, value: share(reopened, resolution.many), of: partOf(reopened, resolution.many) },
  ];
  return (
    <>
      <FigureList figures={figures} />
      <p className="quiet">{words.timesNote}</p>
    </>
  );

  function partOf(part: number, whole: number): string {
    return fill(count(words.ofAsked, whole), { answered: number(part) });
  }

  function timesOf(times: SpreadFragment): string {
    const [many, p90] = [count(words.ofMany, times.many), most(times)];
    return p90 === null ? many : `${fill(words.times, { p90 })} · ${many}`;
  }

  function clocksOf(): string {
    const all = count(words.ofMany, kept + breached);
    return breached > 0 ? `${all} · ${count(words.breached, breached)}` : all;
  }
}
