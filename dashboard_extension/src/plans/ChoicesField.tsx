import { X } from "lucide-react";
import { useId, useState } from "react";
import { CartPlanChoices } from "../generated/CartPlanChoices";
import { useSettled } from "../inbox/useSettled";
import { FieldHelp } from "../settings/FieldHelp";
import { TextField } from "../settings/TextField";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useAppWords } from "../words/app/useAppWords";
import { fill } from "../words/language";
import { usePlanWords } from "../words/plans/usePlanWords";

interface ChoicesFieldProps {
  readonly kind: "PRODUCT" | "CATEGORY";
  /** What they are chosen for, where that is no condition. */
  readonly legend?: string;
  readonly ids: readonly string[];
  readonly fault: string | null;
  readonly onChange: (ids: readonly string[]) => void;
}

const load = loadOf(CartPlanChoices);

/** Products or categories of the store, found by name. */
export function ChoicesField({ kind, legend, ids, fault, onChange }: ChoicesFieldProps) {
  const { conditions: words } = usePlanWords();
  const { settings } = useAppWords();
  const id = useId();
  const [search, setSearch] = useState("");
  const found = useLoaded(load, { kind, search: useSettled(search), ids: null }).loaded;
  const chosen = useLoaded(load, { kind, search: null, ids: [...ids] }).loaded;
  const [seen, setSeen] = useState<Readonly<Record<string, string>>>({});
  const named = chosen.kind === "shown" ? chosen.data.cartPlanChoices : [];
  const nameOf = (one: string) => named.find((choice) => choice.id === one)?.name ?? seen[one];
  const rest = found.kind === "shown" ? found.data.cartPlanChoices.filter((one) => !ids.includes(one.id)) : [];
  return (
    <fieldset className="rows choices" aria-describedby={`${id}-help`}>
      <legend>{legend ?? words.kinds[kind]}</legend>
      {ids.length > 0 && (
        <ul className="chips" aria-label={words.chosen}>
          {ids.map((one) => {
            const name = nameOf(one) ?? (chosen.kind === "shown" ? words.unnamed : "…");
            return (
              <li key={one} className="chip">
                {name}
                <button
                  type="button"
                  className="icon"
                  aria-label={fill(settings.removeNamed, { name })}
                  onClick={() => onChange(ids.filter((other) => other !== one))}
                >
                  <X size={14} aria-hidden="true" />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <TextField label={words.search} value={search} onChange={setSearch} />
      <ul className="found" aria-label={words.found}>
        {rest.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="link"
              onClick={() => {
                setSeen({ ...seen, [one.id]: one.name });
                onChange([...ids, one.id]);
              }}
            >
              {one.name}
            </button>
          </li>
        ))}
      </ul>
      {found.kind === "shown" && rest.length === 0 && <p className="quiet">{words.none}</p>}
      <FieldHelp id={`${id}-help`} fault={fault} />
    </fieldset>
  );
}
