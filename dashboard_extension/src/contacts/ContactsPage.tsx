import { useCallback, useState } from "react";
import { LoadedPart } from "../app/LoadedPart";
import { PageHead } from "../app/PageHead";
import { type Undoable, UndoToast } from "../app/UndoToast";
import { useSettled } from "../inbox/useSettled";
import { useLoaded } from "../staff/useLoaded";
import { useContactWords } from "../words/contacts/useContactWords";
import { ContactFilters } from "./ContactFilters";
import { ContactList } from "./ContactList";
import { ContactPerson } from "./ContactPerson";
import { EVERYTHING, loadContacts } from "./loadContacts";
import { PauseSwitch } from "./PauseSwitch";

const EVERY_MS = 20_000;

/** What went to people and what did not; with an id, to one of them, and what they said. */
export function ContactsPage({ personId }: { readonly personId: string | null }) {
  const words = useContactWords();
  const [narrowing, setNarrowing] = useState(EVERYTHING);
  const [pages, setPages] = useState(1);
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  const gone = useCallback(() => setUndoable(null), []);
  const search = useSettled(narrowing.search.trim());
  const loading = useLoaded(loadContacts, { ...narrowing, search, person: personId, pages }, EVERY_MS);
  const shown = loading.loaded.kind === "shown" ? loading.loaded.data : null;
  const narrow = (next: typeof EVERYTHING) => {
    setNarrowing(next);
    setPages(1);
  };
  return (
    <div className="page contacts">
      <PageHead title={words.title} intro={words.intro}>
        {shown && <PauseSwitch pausedAt={shown.pausedAt} onChange={loading.again} onUndoable={setUndoable} />}
      </PageHead>
      {personId !== null && <ContactPerson key={personId} id={personId} />}
      <ContactFilters narrowing={narrowing} onChange={narrow} />
      <LoadedPart from={loading} needs="MANAGE_ORDERS">
        {(found) => (
          <ContactList
            found={found}
            narrowed={JSON.stringify(narrowing) !== JSON.stringify(EVERYTHING)}
            onAll={() => narrow(EVERYTHING)}
            onMore={() => setPages(pages + 1)}
          />
        )}
      </LoadedPart>
      <UndoToast undoable={undoable} onGone={gone} />
    </div>
  );
}
