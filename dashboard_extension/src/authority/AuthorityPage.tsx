import "../acts/acts.css";
import { LoadedPart } from "../app/LoadedPart";
import { PageHead } from "../app/PageHead";
import { Authority } from "../generated/Authority";
import { BackToList } from "../settings/BackToList";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useActWords } from "../words/acts/useActWords";
import { LimitsForm } from "./LimitsForm";
import { SpendReport } from "./SpendReport";

const load = loadOf(Authority);
const NOTHING = {};

/** What each group may give alone, and what was given. */
export default function AuthorityPage() {
  const { authority: words } = useActWords();
  const loading = useLoaded(load, NOTHING);
  return (
    <div className="page form-page">
      <BackToList />
      <PageHead title={words.title} intro={words.intro} />
      <LoadedPart from={loading} needs="MANAGE_SETTINGS">
        {({ authority }) => (
          <LimitsForm saved={authority.limits} groups={authority.knownGroups} onSaved={loading.again} />
        )}
      </LoadedPart>
      <SpendReport />
    </div>
  );
}
