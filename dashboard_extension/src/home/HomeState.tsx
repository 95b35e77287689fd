import type { Session } from "../dashboard/dashboard";
import { HomeQueue } from "../generated/HomeQueue";
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
const loadQueue = loadOf(HomeQueue);
const Queue = later(async () => (await import("./Queue")).Queue);
const EVERY_MS = 30_000;

export function HomeState({ session }: { readonly session: Session }) {
  const words = useSetupWords();
  if (session.kind === "open") return <Loaded />;
  if (session.kind === "refused") return <Notice says={words.forbidden} />;
  return <Bars />;
}

function Loaded() {
  const words = useSetupWords();
  const { words: common } = useLanguage();
  const { dashboard } = useStaff();
  const queue = useLoaded(loadQueue, {}, EVERY_MS).loaded;
  const { loaded, again } = useLoaded(load, {}, EVERY_MS);
  const setup = () => {
    switch (loaded.kind) {
      case "loading":
        return <Bars />;
      case "shown":
        return <HomeSteps setup={loaded.data.setup} />;
      case "failing":
        if (loaded.failure.code === "PERMISSION_DENIED") {
          // Who has a queue is here for it, and need not hear that the setup is somebody else's.
          const inbox = (
            <button type="button" className="button" onClick={() => dashboard.openOurs("/inbox")}>
              {words.openInbox}
            </button>
          );
          if (queue.kind === "loading") return <Bars />;
          return queue.kind === "shown" ? inbox : <Notice says={words.forbidden}>{inbox}</Notice>;
        }
        return (
          <Notice says={common.failures[loaded.failure.code]} tone="critical" requestId={loaded.failure.requestId}>
            <RetryButton asking={loaded.asking} onRetry={again} />
          </Notice>
        );
    }
  };
  return (
    <>
      {queue.kind === "shown" && <Queue {...queue.data} />}
      {setup()}
    </>
  );
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
