import { Button } from "@saleor/macaw-ui";
import { useWay } from "../app/WayContext";
import { useAppWords } from "../words/app/useAppWords";
import { useLanguage } from "../words/useLanguage";
import type { ConfigurationFormState } from "./useConfigurationForm";

interface SavebarProps {
  readonly form: Pick<ConfigurationFormState, "busy" | "failed" | "changed" | "discard"> & {
    readonly faults: readonly unknown[];
  };
  readonly isNew?: boolean;
}

/** At the foot while something is not saved. */
export function Savebar({ form, isNew = false }: SavebarProps) {
  const { settings: words } = useAppWords();
  const { words: common, count } = useLanguage();
  const way = useWay();
  const { busy, faults, failed, changed } = form;
  const leave = () => (isNew ? way.go("/settings") : form.discard());
  return (
    <div className="savebar">
      <div>
        <Button type="submit" form="configuration" aria-disabled={busy}>
          {busy ? words.saving : failed ? common.retry : words.save}
        </Button>
        <Button type="button" variant="secondary" onClick={leave}>
          {words.discard}
        </Button>
      </div>
      <p role="status" className={faults.length > 0 || failed ? "fault" : "quiet"}>
        {said()}
      </p>
    </div>
  );

  function said(): string {
    if (faults.length > 0) return count(words.faultsAbove, faults.length);
    if (failed) return words.notSaved;
    return changed ? words.unsaved : "";
  }
}
