import { PageLink } from "../app/PageLink";
import { HELD } from "../app/way";
import { HeldMails } from "../generated/HeldMails";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useDeskSettingWords } from "../words/deskSettings/useDeskSettingWords";
import { useLanguage } from "../words/useLanguage";

const EVERY_MS = 60_000;
const load = loadOf(HeldMails);
const FIRST = { first: 1 };

/** The way to mails that nobody has decided about, while there are any. */
export function HeldLink() {
  const words = useDeskSettingWords();
  const { count } = useLanguage();
  const { loaded } = useLoaded(load, FIRST, EVERY_MS);
  const held = loaded.kind === "shown" ? loaded.data.receivedMails.totalCount : 0;
  if (held === 0) return null;
  return (
    <PageLink to={`/inbox/${HELD}`} className="link">
      {count(words.heldCount, held)}
    </PageLink>
  );
}
