import { X } from "lucide-react";
import type { MacroFragment } from "../generated/Macros";
import { useActWords } from "../words/acts/useActWords";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";

interface MacroChipsProps {
  readonly macro: MacroFragment;
  readonly onNone: () => void;
}

/** What is done together with sending. */
export function MacroChips({ macro, onNone }: MacroChipsProps) {
  const words = useDeskWords();
  const actNames: Readonly<Record<string, string>> = useActWords().kinds;
  const does = [
    ...macro.tags.map((tag) => fill(words.alsoTag, { tag })),
    ...(macro.state ? [words.alsoState[macro.state]] : []),
    ...(macro.assignToMe ? [words.alsoMine] : []),
    ...(macro.proposes ? [fill(words.alsoAct, { act: actNames[macro.proposes.kind] ?? macro.proposes.kind })] : []),
  ];
  if (does.length === 0) return null;
  return (
    <p className="pills macro-chips">
      <span className="quiet">{words.withSending}</span>
      {does.map((one) => (
        <span key={one} className="chip">
          {one}
        </span>
      ))}
      <button type="button" className="icon" aria-label={words.notAlso} title={words.notAlso} onClick={onNone}>
        <X size={14} aria-hidden="true" />
      </button>
    </p>
  );
}
