import { FileButton } from "../app/FileButton";
import { useReportWords } from "../words/report/useReportWords";
import type { Between } from "./spans";

interface FilesPartProps {
  readonly between: Between;
  readonly channel: string | null;
  readonly permissions: readonly string[];
}

/** Everything as files, for spreadsheets and for other programs. */
export function FilesPart({ between, channel, permissions }: FilesPartProps) {
  const words = useReportWords();
  const asked = new URLSearchParams({ ...between, ...(channel === null ? {} : { channel }) });
  const mayTakeCustomers = permissions.includes("MANAGE_USERS");
  return (
    <section className="section" aria-labelledby="report-files">
      <h2 id="report-files">{words.filesHead}</h2>
      <p className="quiet">{words.filesWhy}</p>
      <p className="file-links">
        <FileButton path={`/staff/report.csv?${asked}`} name="report.csv" label={words.files.report} />
        <FileButton path="/staff/tickets.csv" name="tickets.csv" label={words.files.ticketsCsv} />
        <FileButton path="/staff/tickets.json" name="tickets.json" label={words.files.ticketsJson} />
        {mayTakeCustomers && (
          <>
            <FileButton path="/staff/customers.csv" name="customers.csv" label={words.files.customersCsv} />
            <FileButton path="/staff/customers.json" name="customers.json" label={words.files.customersJson} />
          </>
        )}
      </p>
      {!mayTakeCustomers && <p className="quiet">{words.noCustomers}</p>}
    </section>
  );
}
