import { Segments } from "../app/Segments";
import { ReportTable } from "../carts/ReportTable";
import type { FiguresFragment, ReportQuery, TicketReportBy } from "../generated/Report";
import { useReasonNames } from "../inbox/useReasons";
import { useMinute } from "../order/useMinute";
import { useMatterWords } from "../words/matters/useMatterWords";
import { useReportWords } from "../words/report/useReportWords";
import { useLanguage } from "../words/useLanguage";
import { useFigures } from "./useFigures";

const BYS = ["CHANNEL", "REASON", "DEPARTMENT", "MEDIUM"] as const;

interface GroupTableProps {
  readonly report: ReportQuery;
  readonly by: TicketReportBy;
  readonly onBy: (by: TicketReportBy) => void;
}

/** What became of tickets, side by side by one thing about them. */
export function GroupTable({ report, by, onBy }: GroupTableProps) {
  const words = useReportWords();
  const { channels: media } = useMatterWords();
  const { ago, number } = useLanguage();
  const { share, half, inTime } = useFigures();
  const reasonName = useReasonNames();
  const now = useMinute();
  const { heads } = words;
  return (
    <section className="section" aria-labelledby="report-groups">
      <h2 id="report-groups">{words.groupsHead}</h2>
      <Segments
        legend={words.by}
        options={BYS.map((one) => [one, words.bys[one]] as const)}
        value={by}
        onChange={onBy}
      />
      <ReportTable
        heads={[
          words.bys[by],
          heads.opened,
          heads.answered,
          heads.unanswered,
          heads.oldest,
          heads.firstReply,
          heads.clocks,
          heads.breached,
          heads.resolution,
          heads.reopened,
        ]}
        rows={report.ticketReport.groups.map((group) => [nameOf(group), ...cells(group)])}
      />
    </section>
  );

  function nameOf({ name }: FiguresFragment): string {
    if (!name) return words.none;
    if (by === "MEDIUM") return media[name as keyof typeof media] ?? name;
    if (by === "CHANNEL") return report.channels.find(({ slug }) => slug === name)?.name ?? name;
    return by === "REASON" ? reasonName(name) : name;
  }

  function cells(group: FiguresFragment) {
    return [
      number(group.opened),
      share(group.answered, group.asked),
      number(group.unanswered),
      group.oldestAt && ago(group.oldestAt, now),
      half(group.firstReply),
      inTime(group),
      number(group.breached),
      half(group.resolution),
      number(group.reopened),
    ].map((text) => text ?? "–");
  }
}
