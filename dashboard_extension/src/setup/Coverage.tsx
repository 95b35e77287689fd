import { useAppWords } from "../words/app/useAppWords";
import { fill } from "../words/language";
import { useSetupWords } from "../words/setup/useSetupWords";
import { useLanguage } from "../words/useLanguage";
import type { Setup } from "./steps";

type Stage = Setup["coverage"][number];

/** Stages of buying by ways to the shop: where nobody is within reach is red. */
export function Coverage({ setup }: { readonly setup: Setup }) {
  const { coverage: words } = useSetupWords();
  const { settings } = useAppWords();
  const kinds: Readonly<Record<string, string>> = settings.kinds;
  if (setup.ways.length === 0) return null;
  return (
    <section className="coverage">
      <h2>{words.title}</h2>
      <p className="quiet">{words.intro}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: many ways are wider than a phone; who has no pointer scrolls them by the focus. */}
      <section className="scrolled" tabIndex={0} aria-label={words.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.stage}</th>
              {setup.ways.map((kind) => (
                <th key={kind} scope="col">
                  {kinds[kind] ?? kind}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {setup.coverage.map((stage) => (
              <StageRow key={stage.stage} stage={stage} kinds={setup.ways} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function StageRow({ stage, kinds }: { readonly stage: Stage; readonly kinds: readonly string[] }) {
  const { coverage: words, seenAt } = useSetupWords();
  const { moment } = useLanguage();
  const isGap = stage.ways.length === 0;
  const seen = stage.seenAt === null ? words.never : fill(seenAt, { when: moment(stage.seenAt) });
  const by = stage.stage === "LEFT_CART" ? words.mail : seen;
  return (
    <tr className={isGap ? "is-gap" : undefined}>
      <th scope="row">
        {words.stages[stage.stage]}
        <span className="quiet"> {isGap ? `${words.gap} ${by}` : by}</span>
      </th>
      {kinds.map((kind) => {
        const isThere = stage.ways.includes(kind);
        return (
          <td key={kind}>
            <span aria-hidden="true">{isThere ? "●" : "–"}</span>
            <span className="only-heard">{isThere ? words.reached : words.missing}</span>
          </td>
        );
      })}
    </tr>
  );
}
