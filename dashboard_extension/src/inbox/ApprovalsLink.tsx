import { PageLink } from "../app/PageLink";
import { ActsWaiting } from "../generated/ActsWaiting";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useActWords } from "../words/acts/useActWords";
import { useLanguage } from "../words/useLanguage";

const EVERY_MS = 60_000;
const load = loadOf(ActsWaiting);
const FIRST = { first: 1 };

/** The way to what waits for a lead, and how many there are for the reader to decide. */
export function ApprovalsLink() {
  const words = useActWords();
  const { count } = useLanguage();
  const { loaded } = useLoaded(load, FIRST, EVERY_MS);
  const waiting = loaded.kind === "shown" ? loaded.data.actsWaiting.totalCount : 0;
  return (
    <PageLink to="/approvals" className="link">
      {waiting > 0 ? count(words.approvalsCount, waiting) : words.approvals}
    </PageLink>
  );
}
