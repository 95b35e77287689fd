interface FieldHelpProps {
  readonly id: string;
  readonly hint?: string | undefined;
  readonly fault: string | null;
}

/** Below a field: why it cannot be saved, or what belongs in it. */
export function FieldHelp({ id, hint, fault }: FieldHelpProps) {
  return (
    <p id={id} className={fault === null ? "help quiet" : "help fault"}>
      {fault ?? hint}
    </p>
  );
}
