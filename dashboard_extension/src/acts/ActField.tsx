import type { ReactNode } from "react";

interface ActFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly children: ReactNode;
}

/** A field of an act: light enough for a card beside an order. */
export function ActField({ label, hint, children }: ActFieldProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what it is given
    <label className="act-field">
      <span>{label}</span>
      {children}
      {hint && <span className="quiet">{hint}</span>}
    </label>
  );
}
