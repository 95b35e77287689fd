import { FileButton } from "../app/FileButton";
import { useMatterWords } from "../words/matters/useMatterWords";
import { filterOf, type Wanted } from "./wanted";

/** What is listed, as a file. */
export function CsvButton({ wanted }: { readonly wanted: Wanted }) {
  const words = useMatterWords();
  const asked = new URLSearchParams({ filter: JSON.stringify(filterOf(wanted)), search: wanted.search });
  return <FileButton path={`/staff/tickets.csv?${asked}`} name="tickets.csv" label={words.csv} />;
}
