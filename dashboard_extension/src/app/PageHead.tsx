import type { ReactNode } from "react";

interface PageHeadProps {
  readonly title: string;
  readonly intro?: string;
  readonly children?: ReactNode;
}

export function PageHead({ title, intro, children }: PageHeadProps) {
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {intro && <p className="quiet">{intro}</p>}
      </div>
      {children}
    </header>
  );
}
