import { useActWords } from "../words/acts/useActWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import type { ActPreview } from "./useActPreview";

interface ActPreviewPartProps {
  readonly preview: ActPreview | null;
  readonly failed: boolean;
  /** Whether the reader means to have filled in what is needed: before, nobody says that something is not there yet. */
  readonly isComplete: boolean;
}

/** Before anything is done: what Saleor will do and mail, whether the reader may, and how far alone. */
export function ActPreviewPart({ preview, failed, isComplete }: ActPreviewPartProps) {
  const words = useActWords();
  const { tag } = useLanguage();
  if (preview === null) return <p className="quiet">{failed ? words.notLooked : words.looking}</p>;
  const list = (all: readonly string[]) => new Intl.ListFormat(tag).format(all);
  const named = (all: readonly string[]) => list(all.map((one) => words.permissions[one] ?? one));
  const { effects, problems, missingPermissions, appMissingPermissions, needsApproval, passed } = preview;
  // Permissions are named above in words of their own.
  const others = problems.filter(
    ({ code }) => !code.endsWith("PERMISSION_MISSING") && (isComplete || code !== "REQUIRED"),
  );
  if ([effects, missingPermissions, appMissingPermissions, others].every(({ length }) => length === 0)) return null;
  return (
    <div className="act-preview" aria-live="polite">
      {effects.length > 0 && (
        <>
          <p className="name">{words.will}</p>
          <ul>
            {effects.map((effect) => (
              <li key={effect.code}>{effect.text}</li>
            ))}
          </ul>
        </>
      )}
      {missingPermissions.length > 0 && (
        <p className="fault">{fill(words.missing, { names: named(missingPermissions) })}</p>
      )}
      {appMissingPermissions.length > 0 && (
        <p className="fault">{fill(words.appMissing, { names: named(appMissingPermissions) })}</p>
      )}
      {others.map((problem) => (
        <p key={problem.code} className="fault">
          {problem.text}
        </p>
      ))}
      {problems.length === 0 && !needsApproval && <p className="quiet">{words.alone}</p>}
      {problems.length === 0 && needsApproval && (
        <p className="doubt">
          {words.needsLead}{" "}
          {passed.length > 0 && fill(words.passedLimits, { limits: list(passed.map((limit) => words.passed[limit])) })}
        </p>
      )}
    </div>
  );
}
