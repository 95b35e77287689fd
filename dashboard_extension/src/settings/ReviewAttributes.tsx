import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { ReviewAttributes as Attributes } from "../generated/ReviewAttributes";
import { ReviewAttributesCreate } from "../generated/ReviewAttributesCreate";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useAppWords } from "../words/app/useAppWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";

const load = loadOf(Attributes);
const NEEDED = "MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES";

/** Whether products hold their average as an attribute, and the way to have it so. */
export function ReviewAttributes() {
  const { ask, dashboard } = useStaff();
  const { words: common } = useLanguage();
  const { settings } = useAppWords();
  const { reviewAttributes: words } = settings;
  const { loaded, again } = useLoaded(load, {});
  const [busy, setBusy] = useState(false);
  const exist = loaded.kind === "shown" ? loaded.data.reviewAttributes.exist : null;
  if (loaded.kind !== "shown" || exist === null) return null;

  async function create(): Promise<void> {
    if (busy) return;
    setBusy(true);
    const outcome = outcomeOf(await ask(ReviewAttributesCreate, {}), (data) => data.reviewAttributesCreate);
    setBusy(false);
    if ("payload" in outcome) {
      dashboard.toast("success", words.made);
      await again();
    } else if ("faults" in outcome) {
      const [fault] = outcome.faults;
      if (fault?.code === "PERMISSION_MISSING") dashboard.requestPermissions([NEEDED], "/settings");
      else dashboard.toast("error", words.notMade, words.faults[fault?.code ?? ""] ?? fault?.message);
    } else dashboard.toast("error", words.notMade, common.failures[outcome.failure.code].why);
  }

  return (
    <div>
      <p className="quiet">
        {fill(exist ? words.there : words.missing, { slugs: loaded.data.reviewAttributes.slugs.join(", ") })}
      </p>
      <Button type="button" size="small" variant="secondary" aria-disabled={busy} onClick={create}>
        {exist ? words.giveToNewTypes : words.make}
      </Button>
    </div>
  );
}
