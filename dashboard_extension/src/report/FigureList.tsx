import { useReportWords } from "../words/report/useReportWords";

interface Figure {
  readonly name: string;
  /** Null: too few to judge. */
  readonly value: string | null;
  /** Of how many it is, and the like. */
  readonly of?: string;
}

/** Figures large enough to read at a glance, each with what it stands on. */
export function FigureList({ figures }: { readonly figures: readonly Figure[] }) {
  const words = useReportWords();
  return (
    <dl className="figures">
      {figures.map(({ name, value, of }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={value === null ? "few" : undefined}>{value ?? words.tooFew}</dd>
          {of && <dd className="quiet">{of}</dd>}
        </div>
      ))}
    </dl>
  );
}
