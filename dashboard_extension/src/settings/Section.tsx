import { type ReactNode, useId } from "react";

interface SectionProps {
  readonly what: string;
  readonly why: string;
  readonly children: ReactNode;
}

/** A card of settings, as Dashboard's own. */
export function Section({ what, why, children }: SectionProps) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{what}</h2>
        <p className="quiet">{why}</p>
      </div>
      <div className="section-body">{children}</div>
    </section>
  );
}
