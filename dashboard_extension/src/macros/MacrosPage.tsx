import { Button } from "@saleor/macaw-ui";
import { ArrowLeft } from "lucide-react";
import { useCallback, useState } from "react";
import { EmptyPlace } from "../app/EmptyPlace";
import { LoadedPart } from "../app/LoadedPart";
import { PageHead } from "../app/PageHead";
import { PageLink } from "../app/PageLink";
import { type Undoable, UndoToast } from "../app/UndoToast";
import { MacroDelete } from "../generated/MacroDelete";
import { type MacroFragment, Macros } from "../generated/Macros";
import { MacrosBegin } from "../generated/MacrosBegin";
import { MacroUpdate } from "../generated/MacroUpdate";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useSender } from "../staff/useSender";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { MacroForm } from "./MacroForm";
import { inputOf } from "./macroDraft";
import { macroText } from "./macroText";

const loadMacros = loadOf(Macros);
const NOTHING = {};
const NEW = "new";

/** Answers that are often given, written down once. */
export default function MacrosPage() {
  const words = useDeskWords();
  const { tag } = useLanguage();
  const { ask } = useStaff();
  const { busy, send } = useSender(words);
  const loading = useLoaded(loadMacros, NOTHING);
  const [open, setOpen] = useState<string | null>(null);
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  const gone = useCallback(() => setUndoable(null), []);
  const saved = () => {
    setOpen(null);
    loading.again();
  };
  const begin = async () => {
    if (busy) return;
    const language = tag.slice(0, 2);
    await send(async () => outcomeOf(await ask(MacrosBegin, { language }), (data) => data.macrosBegin));
    loading.again();
  };
  const bringBack = async (macro: MacroFragment) => {
    const { id: _, ...input } = inputOf(macro);
    await send(async () => outcomeOf(await ask(MacroUpdate, { input }), (data) => data.macroUpdate));
    loading.again();
  };
  const remove = async (macro: MacroFragment) => {
    const act = async () => outcomeOf(await ask(MacroDelete, { id: macro.id }), (data) => data.macroDelete);
    if ((await send(act)) === null) return;
    saved();
    setUndoable({ said: fill(words.macroDeleted, { name: macro.name }), undo: () => bringBack(macro) });
  };
  return (
    <div className="page">
      <PageLink to="/inbox" className="back link">
        <ArrowLeft size={16} aria-hidden="true" />
        {words.title}
      </PageLink>
      <PageHead title={words.macrosPage} intro={words.macrosIntro}>
        <Button type="button" onClick={() => setOpen(NEW)}>
          {words.macroNew}
        </Button>
      </PageHead>
      {open === NEW && <MacroForm macro={null} onSaved={saved} onLeave={() => setOpen(null)} />}
      <LoadedPart from={loading} needs="MANAGE_ORDERS">
        {({ macros }) => (
          <>
            {macros.length === 0 && open !== NEW && (
              <EmptyPlace {...words.macroNone}>
                <button type="button" className="button secondary" aria-disabled={busy} onClick={begin}>
                  {busy ? words.macroSaving : words.macrosBegin}
                </button>
              </EmptyPlace>
            )}
            <ul className="macros">
              {macros.map((macro) => (
                <li key={macro.id}>
                  {open === macro.id ? (
                    <MacroForm
                      macro={macro}
                      onSaved={saved}
                      onLeave={() => setOpen(null)}
                      onDelete={() => remove(macro)}
                    />
                  ) : (
                    <button type="button" className="macro-row" onClick={() => setOpen(macro.id)}>
                      <span className="name">{macro.name}</span>
                      <span className="first-line quiet" dir="auto">
                        {macroText(macro, tag)}
                      </span>
                      <span className="pills">
                        {macro.tags.map((one) => (
                          <span key={one} className="chip">
                            {one}
                          </span>
                        ))}
                      </span>
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </LoadedPart>
      <UndoToast undoable={undoable} onGone={gone} />
    </div>
  );
}
