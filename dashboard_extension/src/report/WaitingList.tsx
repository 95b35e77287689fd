import { PageLink } from "../app/PageLink";
import { ReportTable } from "../carts/ReportTable";
import type { ReportQuery } from "../generated/Report";
import { ticketPath } from "../inbox/ticketPath";
import { useMinute } from "../order/useMinute";
import { useReportWords } from "../words/report/useReportWords";
import { useLanguage } from "../words/useLanguage";

/** Who waits for a first answer, those who have waited longest. */
export function WaitingList({ waiting }: { readonly waiting: ReportQuery["waiting"] }) {
  const words = useReportWords();
  const { ago, count, moment } = useLanguage();
  const now = useMinute();
  const rows = waiting.edges.flatMap((edge) => edge?.node ?? []);
  return (
    <section className="section" aria-labelledby="report-waiting">
      <h2 id="report-waiting">{words.waitingHead}</h2>
      {rows.length === 0 ? (
        <p className="quiet">{words.waitingNone}</p>
      ) : (
        <>
          <p className="quiet">{count(words.waiting, waiting.totalCount)}</p>
          <ReportTable
            heads={[words.subject, words.since]}
            rows={rows.map(({ id, subject, createdAt }) => [
              <PageLink key={id} to={ticketPath(id)} className="link">
                <span dir="auto">{subject}</span>
              </PageLink>,
              <time key={createdAt} dateTime={createdAt} title={moment(createdAt)}>
                {ago(createdAt, now)}
              </time>,
            ])}
          />
        </>
      )}
    </section>
  );
}
