import type { Session } from "../dashboard/dashboard";
import { Setup } from "../generated/Setup";
import { Notice } from "../order/Notice";
import { RetryButton } from "../order/RetryButton";
import { later } from "../staff/later";
import { useStaff } from "../staff/StaffContext";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useSetupWords } from "../words/setup/useSetupWords";
import { useLanguage } from "../words/useLanguage";
import { HomeSteps } from "./HomeSteps";

const load = loadOf(Setup);
const Queue = later(async () => (await import("./Queue")).Queue);
const EVERY_MS = 30_000;

export function HomeState({ session }: { readonly session: Session }) {
  const words = useSetupWords();
  if (session.kind === "open") {
    return (
      <>
        <Queue />
        <LoadedSetup />
      </>
    );
  }
  if (session.kind === "refused") return <Notice says={words.forbidden} />;
  return <Bars />;
}

function LoadedSetup() {
  const words = useSetupWords();
  const { words: common } = useLanguage();
  const { dashboard } = useStaff();
  const { loaded, again } = useLoaded(load, {}, EVERY_MS);
  switch (loaded.kind) {
    case "loading":
      return <Bars />;
    case "shown":
      return <HomeSteps setup={loaded.data.setup} />;
    case "failing":
      if (loaded.failure.code === "PERMISSION_DENIED") {
        return (
          <Notice says={words.forbidden}>
            <button type="button" className="button" onClick={() => dashboard.openOurs("/inbox")}>
              {words.openInbox}
            </button>
          </Notice>
        );
      }
      return (
        <Notice says={common.failures[loaded.failure.code]} tone="critical" requestId={loaded.failure.requestId}>
          <RetryButton asking={loaded.asking} onRetry={again} />
        </Notice>
      );
  }
}

function Bars() {
  return (
    <div className="card" aria-hidden="true">
      <p className="bar half" />
      <p className="bar triple" />
      <p className="bar triple" />
    </div>
  );
}
