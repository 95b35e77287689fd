import type { TallyFragment } from "../generated/Promises";
import { usePromiseWords } from "../words/promises/usePromiseWords";
import { TallyCells } from "./TallyCells";

interface TallyTableProps {
  readonly title: string;
  readonly of: string;
  readonly rows: readonly TallyFragment[];
  readonly nameOf?: (row: TallyFragment) => string;
}

/** How well promises were kept by one thing that they depend on. */
export function TallyTable({ title, of, rows, nameOf = ({ name, id }) => name || id }: TallyTableProps) {
  const words = usePromiseWords();
  if (rows.length === 0) return null;
  return (
    <section className="section">
      <h2>{title}</h2>
      <table className="tallies">
        <thead>
          <tr>
            <th scope="col">{of}</th>
            <th scope="col">{words.share}</th>
            <th scope="col">{words.known}</th>
            <th scope="col">{words.made}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{nameOf(row) || words.unnamed}</th>
              <TallyCells tally={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
