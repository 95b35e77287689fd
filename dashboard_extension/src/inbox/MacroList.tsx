import { PageLink } from "../app/PageLink";
import { MACROS } from "../app/way";
import { macroText } from "../macros/macroText";
import { useDeskWords } from "../words/desk/useDeskWords";
import { useLanguage } from "../words/useLanguage";
import type { MacroChoice } from "./useMacros";

interface MacroListProps {
  readonly id: string;
  readonly macros: MacroChoice;
}

/** The macros that were looked for, below the text; the keys stay in it. */
export function MacroList({ id, macros }: MacroListProps) {
  const words = useDeskWords();
  const { tag, count } = useLanguage();
  const { isOpen, found, active, choose } = macros;
  return (
    <div className="macro-list" hidden={!isOpen}>
      <p className="only-heard" role="status">
        {isOpen && count(words.macrosFound, found.length)}
      </p>
      <div id={id} role="listbox" aria-label={words.macros}>
        {found.map((macro) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the text above, which keeps the focus
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div
            key={macro.id}
            id={`${id}-${macro.id}`}
            role="option"
            aria-selected={macro === active}
            onClick={() => choose(macro)}
          >
            <span className="name">{macro.name}</span>{" "}
            <span className="quiet">{macroText(macro, tag).split("\n")[0]}</span>
          </div>
        ))}
      </div>
      {isOpen && found.length === 0 && (
        <p className="quiet">
          {words.noMacro}{" "}
          <PageLink to={`/inbox/${MACROS}`} className="link">
            {words.macroNew}
          </PageLink>
        </p>
      )}
    </div>
  );
}
