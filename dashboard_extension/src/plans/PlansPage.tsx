import { useState } from "react";
import { LoadedPart } from "../app/LoadedPart";
import { PageHead } from "../app/PageHead";
import { CartPlans } from "../generated/CartPlans";
import { BackToList } from "../settings/BackToList";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { usePlanWords } from "../words/plans/usePlanWords";
import { PlanForm } from "./PlanForm";
import "./plans.css";

const load = loadOf(CartPlans);

/** What is done about carts that were left: one plan for every channel, and channels' own. */
export function PlansPage() {
  const words = usePlanWords();
  const loading = useLoaded(load, {});
  const [channel, setChannel] = useState<string | null>(null);
  return (
    <LoadedPart from={loading} needs="MANAGE_SETTINGS">
      {({ cartPlans }) => (
        <div className="page form-page plans">
          <BackToList />
          <PageHead title={words.title} intro={words.intro} />
          {cartPlans.map(
            (given) =>
              given.channel === channel && (
                <PlanForm
                  key={channel}
                  given={given}
                  plans={cartPlans}
                  onChoose={setChannel}
                  onChange={loading.again}
                />
              ),
          )}
        </div>
      )}
    </LoadedPart>
  );
}
