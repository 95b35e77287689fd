import { AlarmClock, Users } from "lucide-react";
import { useState } from "react";
import type { TicketFilter } from "../generated/Tickets";
import type { ViewFragment } from "../generated/Views";
import { Check } from "../settings/Check";
import { useMatterWords } from "../words/matters/useMatterWords";
import { useLanguage } from "../words/useLanguage";
import { Menu } from "./Menu";
import { useViews } from "./useViews";
import { ALL_UNDONE, filterOf, isSameView, type Wanted, wantedOf } from "./wanted";

interface ViewTabsProps {
  readonly wanted: Wanted;
  /** How many are late, and soon will be. */
  readonly clocks: Readonly<Record<"BREACHED" | "AMBER", number>>;
  readonly onChange: (wanted: Wanted) => void;
}

/** What is listed often, under a name: one press brings its filters back. */
export function ViewTabs({ wanted, clocks, onChange }: ViewTabsProps) {
  const words = useMatterWords();
  const { number } = useLanguage();
  const { views, busy, save, remove } = useViews();
  const [open, setOpen] = useState<string | null>(null);
  const opened = views.find(({ id }) => id === open) ?? null;
  const current = opened ?? views.find((view) => isSameView(wantedOfView(view), wanted)) ?? null;
  const show = (view: ViewFragment | null) => {
    setOpen(view?.id ?? null);
    onChange(view === null ? ALL_UNDONE : { ...wantedOfView(view), sort: wanted.sort });
  };
  const changed = current !== null && !isSameView(wantedOfView(current), wanted);
  const pressing = (["BREACHED", "AMBER"] as const).filter((state) => clocks[state] > 0 || wanted.clock === state);
  const filter = JSON.stringify(filterOf(wanted));
  return (
    <div className="views">
      {views.length + pressing.length > 0 && (
        <ul aria-label={words.views}>
          <li>
            <button
              type="button"
              className="view"
              aria-pressed={current === null && isSameView(wanted, ALL_UNDONE)}
              onClick={() => show(null)}
            >
              {words.allViews}
            </button>
          </li>
          {pressing.map((state) => (
            <li key={state}>
              <button
                type="button"
                className={`view ${state.toLowerCase()}`}
                aria-pressed={wanted.clock === state}
                onClick={() => onChange({ ...ALL_UNDONE, clock: state, sort: "DUE" })}
              >
                <AlarmClock size={12} aria-hidden="true" />
                {words.clocks[state]} <span>{number(clocks[state])}</span>
              </button>
            </li>
          ))}
          {views.map((view) => (
            <li key={view.id}>
              <button
                type="button"
                className="view"
                aria-pressed={view === current && !changed}
                onClick={() => show(view)}
              >
                {view.isTeam && <Users size={12} role="img" aria-label={words.ofTeam} />}
                {view.name} <span className="quiet">{view.count === null ? "" : number(view.count)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {(current !== null || !isSameView(wanted, ALL_UNDONE)) && (
        <Menu label={current ? words.changeView : words.saveView} className="link">
          {(close) => (
            <>
              {changed && current && (
                <button
                  type="button"
                  className="menu-item"
                  aria-disabled={busy}
                  onClick={async () => {
                    const { id, name, isTeam } = current;
                    if (await save({ id, name, isTeam, filter })) close();
                  }}
                >
                  {words.overwriteView}
                </button>
              )}
              {current && !changed ? (
                <button
                  type="button"
                  className="menu-item"
                  aria-disabled={busy}
                  onClick={async () => {
                    if (!(await remove(current))) return;
                    setOpen(null);
                    close();
                  }}
                >
                  {words.deleteView}
                </button>
              ) : (
                <NewView
                  busy={busy}
                  onSave={async (name, isTeam) => {
                    if (await save({ name, isTeam, filter })) close();
                  }}
                />
              )}
            </>
          )}
        </Menu>
      )}
    </div>
  );
}

function wantedOfView({ filter }: ViewFragment): Wanted {
  return wantedOf(JSON.parse(filter) as TicketFilter);
}

interface NewViewProps {
  readonly busy: boolean;
  readonly onSave: (name: string, isTeam: boolean) => void;
}

function NewView({ busy, onSave }: NewViewProps) {
  const words = useMatterWords();
  const [name, setName] = useState("");
  const [isTeam, setTeam] = useState(false);
  return (
    <form
      className="menu-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "" && !busy) onSave(name.trim(), isTeam);
      }}
    >
      <label>
        {words.viewName}
        <input type="text" required value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
      </label>
      <Check label={words.forTeam} checked={isTeam} onChange={setTeam} />
      <button type="submit" className="button secondary" aria-disabled={busy}>
        {words.keepView}
      </button>
    </form>
  );
}
