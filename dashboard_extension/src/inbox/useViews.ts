import { ViewDelete } from "../generated/ViewDelete";
import { type ViewFragment, Views } from "../generated/Views";
import { type ViewInput, ViewUpdate } from "../generated/ViewUpdate";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useSender } from "../staff/useSender";
import { fill } from "../words/language";
import { useMatterWords } from "../words/matters/useMatterWords";

const EVERY_MS = 30_000;
const load = loadOf(Views);
const NOTHING = {};

/** The reader's saved views and the team's, with how many each lists now. */
export function useViews() {
  const words = useMatterWords();
  const { ask, dashboard } = useStaff();
  const { loaded, again } = useLoaded(load, NOTHING, EVERY_MS);
  const { busy, send } = useSender<unknown>(words);
  const done = async (name: string, said: string, act: Parameters<typeof send>[0]) => {
    if ((await send(act)) === null) return false;
    dashboard.toast("success", fill(said, { name }));
    await again();
    return true;
  };
  return {
    views: loaded.kind === "shown" ? loaded.data.views : [],
    busy,
    save: (input: ViewInput) =>
      done(input.name, words.viewSaved, async () =>
        outcomeOf(await ask(ViewUpdate, { input }), (data) => data.viewUpdate),
      ),
    remove: ({ id, name }: ViewFragment) =>
      done(name, words.viewDeleted, async () => outcomeOf(await ask(ViewDelete, { id }), (data) => data.viewDelete)),
  };
}
