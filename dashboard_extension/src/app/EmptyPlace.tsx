import type { ReactNode } from "react";

interface EmptyPlaceProps {
  readonly what: string;
  readonly why: string;
  readonly children?: ReactNode;
}

export function EmptyPlace({ what, why, children }: EmptyPlaceProps) {
  return (
    <div className="empty">
      <p className="empty-what">{what}</p>
      <p className="quiet">{why}</p>
      {children}
    </div>
  );
}
