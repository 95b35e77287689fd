import type { ReactNode } from "react";

interface StepProps {
  readonly name: string;
  readonly off: boolean;
  readonly act: () => unknown;
  readonly children: ReactNode;
}

/** A small button that says in words what its picture means. */
export function Step({ name, off, act, children }: StepProps) {
  return (
    <button
      type="button"
      className="icon"
      aria-label={name}
      title={name}
      aria-disabled={off}
      onClick={() => off || act()}
    >
      {children}
    </button>
  );
}
