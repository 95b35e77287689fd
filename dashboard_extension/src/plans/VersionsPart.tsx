import { Button } from "@saleor/macaw-ui";
import type { ReactNode } from "react";
import { CartPlanVersions } from "../generated/CartPlanVersions";
import { Section } from "../settings/Section";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { fill } from "../words/language";
import { usePlanWords } from "../words/plans/usePlanWords";
import { useLanguage } from "../words/useLanguage";
import { draftOf } from "./draft";

interface VersionsPartProps {
  readonly channel: string | null;
  /** The newest: a new one is another list. */
  readonly version: number;
  /** Null for who may not change it. */
  readonly onRestore: ((plan: string, version: number) => void) | null;
  readonly follow: ReactNode;
}

const load = loadOf(CartPlanVersions);

/** What held before; each can be put into the form again. */
export function VersionsPart({ channel, version, onRestore, follow }: VersionsPartProps) {
  return <VersionList key={version} channel={channel} version={version} onRestore={onRestore} follow={follow} />;
}

function VersionList({ channel, version: newest, onRestore, follow }: VersionsPartProps) {
  const { versions: words } = usePlanWords();
  const { count, moment } = useLanguage();
  const { loaded } = useLoaded(load, { channel });
  if (loaded.kind !== "shown") return null;
  const { cartPlanVersions: versions } = loaded.data;
  return (
    <Section what={words.what} why={words.why}>
      {versions.length === 0 && <p className="quiet">{words.none}</p>}
      <ul className="versions">
        {versions.map(({ version, madeAt, madeBy, plan }) => {
          const n = String(version);
          return (
            <li key={version}>
              <span>
                {fill(words.version, { n })}
                <span className="quiet">
                  {" "}
                  {fill(words.by, { when: moment(madeAt), who: madeBy || words.update })} ·{" "}
                  {plan === null ? words.follows : count(words.steps, draftOf(plan).steps.length)}
                </span>
              </span>
              {version === newest && <span className="pill good">{words.holds}</span>}
              {version !== newest && plan !== null && onRestore !== null && (
                <Button
                  type="button"
                  variant="secondary"
                  size="small"
                  aria-label={fill(words.restoreNamed, { n })}
                  onClick={() => onRestore(plan, version)}
                >
                  {words.restore}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {follow}
    </Section>
  );
}
