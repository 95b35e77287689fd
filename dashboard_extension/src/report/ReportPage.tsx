import { useState } from "react";
import { EmptyPlace } from "../app/EmptyPlace";
import { LoadedPart } from "../app/LoadedPart";
import { PageHead } from "../app/PageHead";
import { Report, type TicketReportBy } from "../generated/Report";
import { ChoiceField } from "../settings/ChoiceField";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useReportWords } from "../words/report/useReportWords";
import { ArticlesPart } from "./ArticlesPart";
import { ChatsPart } from "./ChatsPart";
import { CsatPart } from "./CsatPart";
import { FilesPart } from "./FilesPart";
import { GroupTable } from "./GroupTable";
import { SpanChoice } from "./SpanChoice";
import { lastDays } from "./spans";
import { TotalFigures } from "./TotalFigures";
import { WaitingList } from "./WaitingList";
import "./report.css";

const load = loadOf(Report);
const FIRST_DAYS = 28;

/** How people who wrote were answered, in one place. */
export default function ReportPage() {
  const words = useReportWords();
  const [between, setBetween] = useState(() => lastDays(FIRST_DAYS, new Date()));
  const [days, setDays] = useState<number | null>(FIRST_DAYS);
  const [channel, setChannel] = useState<string | null>(null);
  const [by, setBy] = useState<TicketReportBy>("CHANNEL");
  const loading = useLoaded(load, { ...between, by, channel });
  const channels = loading.loaded.kind === "shown" ? loading.loaded.data.channels : [];
  return (
    <div className="page report">
      <PageHead title={words.title} intro={words.intro} />
      <div className="report-asks">
        <SpanChoice
          onChange={(next, nextDays) => {
            setBetween(next);
            setDays(nextDays);
          }}
        />
        {(channels.length > 1 || channel !== null) && (
          <ChoiceField
            label={words.channel}
            value={channel ?? ""}
            options={[
              { value: "", label: words.everyChannel },
              ...channels.map(({ slug, name }) => ({ value: slug, label: name })),
            ]}
            onChange={(slug) => setChannel(slug || null)}
          />
        )}
      </div>
      <LoadedPart from={loading} needs="MANAGE_ORDERS">
        {(report) => (
          <>
            {report.ticketReport.total.opened === 0 ? (
              <EmptyPlace {...words.empty} />
            ) : (
              <TotalFigures total={report.ticketReport.total} />
            )}
            <WaitingList waiting={report.waiting} />
            {report.ticketReport.total.opened > 0 && <GroupTable report={report} by={by} onBy={setBy} />}
            <CsatPart csat={report.csat} />
            <section className="section" aria-labelledby="report-chats">
              <h2 id="report-chats">{words.chatsHead}</h2>
              {days === null ? (
                <p className="quiet">{words.chatsDates}</p>
              ) : (
                <ChatsPart
                  days={days}
                  channel={channel}
                  names={new Map(channels.map(({ slug, name }) => [slug, name]))}
                />
              )}
            </section>
            {days !== null && <ArticlesPart days={days} channel={channel} />}
            <FilesPart between={between} channel={channel} permissions={report.me.permissions} />
          </>
        )}
      </LoadedPart>
    </div>
  );
}
