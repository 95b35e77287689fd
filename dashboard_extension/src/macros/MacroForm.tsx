import { Button, Textarea } from "@saleor/macaw-ui";
import { useId, useState } from "react";
import { MONEYED } from "../acts/actDraft";
import type { MacroFragment } from "../generated/Macros";
import { MacroUpdate, type TicketState } from "../generated/MacroUpdate";
import { Check } from "../settings/Check";
import { ChoiceField } from "../settings/ChoiceField";
import { FieldHelp } from "../settings/FieldHelp";
import { TextField } from "../settings/TextField";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { faultText, useSender } from "../staff/useSender";
import { useActWords } from "../words/acts/useActWords";
import { useDeskWords } from "../words/desk/useDeskWords";
import { useTicketWords } from "../words/tickets/useTicketWords";
import { draftOf, type MacroDraft, PLACES, written } from "./macroDraft";

interface MacroFormProps {
  readonly macro: MacroFragment | null;
  readonly onSaved: () => void;
  readonly onLeave: () => void;
  readonly onDelete?: () => void;
}

export function MacroForm({ macro, onSaved, onLeave, onDelete }: MacroFormProps) {
  const words = useDeskWords();
  const acts = useActWords();
  const { states } = useTicketWords();
  const { ask, dashboard } = useStaff();
  const sender = useSender(words);
  const [draft, setDraft] = useState(() => draftOf(macro));
  const change = (part: Partial<MacroDraft>) => setDraft({ ...draft, ...part });
  const faultAt = (...names: readonly (string | null)[]) => {
    const fault = sender.faults.find(({ field }) => names.includes(field));
    return fault ? faultText(words, fault) : null;
  };
  const save = async () => {
    const act = async () => outcomeOf(await ask(MacroUpdate, { input: written(draft) }), (data) => data.macroUpdate);
    if ((await sender.send(act)) === null) return;
    dashboard.toast("success", words.macroSaved);
    onSaved();
  };
  return (
    <form
      className="section"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="section-body">
        <TextField
          label={words.macroName}
          value={draft.name}
          fault={faultAt("name", null, "id")}
          onChange={(name) => change({ name })}
        />
        <LongField label={words.macroTextTr} value={draft.tr} fault={null} onChange={(tr) => change({ tr })} />
        <LongField
          label={words.macroTextEn}
          value={draft.en}
          fault={faultAt("text")}
          onChange={(en) => change({ en })}
        />
        <p className="quiet">
          {words.macroPlaces}:{" "}
          {PLACES.map((place) => (
            <code key={place}>{place} </code>
          ))}
        </p>
        <TextField
          label={words.macroTags}
          value={draft.tags}
          hint={words.macroTagsHint}
          fault={faultAt("tags")}
          onChange={(tags) => change({ tags })}
        />
        <ChoiceField
          label={words.macroState}
          value={draft.state ?? ""}
          options={[
            { value: "", label: words.macroStateNone },
            ...Object.entries(states).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(state) => change({ state: (state || null) as TicketState | null })}
        />
        <ChoiceField
          label={words.macroProposes}
          value={draft.act}
          options={[
            { value: "", label: words.macroProposesNone },
            ...Object.entries(acts.kinds).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(act) => change({ act: act as MacroDraft["act"] })}
        />
        {MONEYED.includes(draft.act) && (
          <TextField
            label={words.macroAmount}
            value={draft.amount}
            hint={words.macroAmountHint}
            fault={faultAt("proposes.values")}
            onChange={(amount) => change({ amount })}
          />
        )}
        <Check label={words.macroMine} checked={draft.assignToMe} onChange={(assignToMe) => change({ assignToMe })} />
        <div className="form-deeds">
          <Button type="submit" aria-disabled={sender.busy}>
            {sender.busy ? words.macroSaving : words.macroSave}
          </Button>
          <Button type="button" variant="secondary" onClick={onLeave}>
            {words.cancel}
          </Button>
          {onDelete && (
            <Button type="button" variant="tertiary" onClick={onDelete}>
              {words.macroDelete}
            </Button>
          )}
        </div>
      </div>
    </form>
  );
}

interface LongFieldProps {
  readonly label: string;
  readonly value: string;
  readonly fault: string | null;
  readonly onChange: (value: string) => void;
}

function LongField({ label, value, fault, onChange }: LongFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <Textarea
        id={id}
        label={label}
        size="medium"
        rows={3}
        value={value}
        error={fault !== null}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-help`}
        onChange={(event) => onChange(event.target.value)}
      />
      <FieldHelp id={`${id}-help`} fault={fault} />
    </div>
  );
}
