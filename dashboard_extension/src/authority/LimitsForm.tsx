import { Button } from "@saleor/macaw-ui";
import { X } from "lucide-react";
import { useState } from "react";
import type { LimitFragment } from "../generated/Authority";
import { AuthorityUpdate } from "../generated/AuthorityUpdate";
import { useReasons } from "../inbox/useReasons";
import { ChoiceField } from "../settings/ChoiceField";
import { TextField } from "../settings/TextField";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { faultText, useSender } from "../staff/useSender";
import { useActWords } from "../words/acts/useActWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { draftOf, inputOf, type LimitDraft, newLimit } from "./limitDraft";

interface LimitsFormProps {
  readonly saved: readonly LimitFragment[];
  /** In which staff were seen. */
  readonly groups: readonly string[];
  readonly onSaved: () => void;
}

const SUMS = ["perOrder", "perDay", "perCustomer"] as const;

/** One line for each group, reason and currency. */
export function LimitsForm({ saved, groups, onSaved }: LimitsFormProps) {
  const acts = useActWords();
  const { authority: words } = acts;
  const { number, tag } = useLanguage();
  const { ask, dashboard } = useStaff();
  const { reasons } = useReasons();
  const sender = useSender<unknown>(acts);
  const [lines, setLines] = useState(() => saved.map(draftOf));
  const change = (at: number, part: Partial<LimitDraft>) =>
    setLines(lines.map((line, index) => (index === at ? { ...line, ...part } : line)));
  const save = async () => {
    const limits = lines.map(inputOf);
    const done = await sender.send(async () =>
      outcomeOf(await ask(AuthorityUpdate, { limits, language: tag.slice(0, 2) }), (data) => data.authorityUpdate),
    );
    if (done === null) return;
    dashboard.toast("success", words.saved);
    onSaved();
  };
  return (
    <form
      className="rows"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {lines.length === 0 && <p className="quiet">{words.none}</p>}
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be the same while they are typed.
        <fieldset key={index} className="rule">
          <TextField
            label={words.group}
            value={line.group}
            hint={words.groupHint}
            suggestions={groups}
            onChange={(group) => change(index, { group })}
          />
          <ChoiceField
            label={words.reason}
            value={line.reason}
            options={[{ value: "", label: words.anyReason }, ...reasons]}
            onChange={(reason) => change(index, { reason })}
          />
          <TextField
            label={words.currency}
            value={line.currency}
            onChange={(currency) => change(index, { currency })}
          />
          <TextField
            label={words.percent}
            type="number"
            value={line.percent}
            hint={words.empty}
            onChange={(percent) => change(index, { percent })}
          />
          {SUMS.map((sum) => (
            <TextField
              key={sum}
              label={words[sum]}
              value={line[sum]}
              hint={words.empty}
              onChange={(value) => change(index, { [sum]: value })}
            />
          ))}
          <button
            type="button"
            className="icon remove-row"
            aria-label={fill(words.remove, { n: number(index + 1) })}
            onClick={() => setLines(lines.filter((_, other) => other !== index))}
          >
            <X size={16} aria-hidden="true" />
          </button>
        </fieldset>
      ))}
      {sender.faults.map((fault) => (
        <p key={`${fault.field}${fault.code}`} className="fault" role="alert">
          {faultText(acts, fault)}
        </p>
      ))}
      <div className="form-deeds">
        <Button
          type="button"
          variant="secondary"
          onClick={() => setLines([...lines, newLimit(lines.at(-1)?.currency ?? "")])}
        >
          {words.add}
        </Button>
        <Button type="submit" aria-disabled={sender.busy}>
          {sender.busy ? words.saving : words.save}
        </Button>
      </div>
    </form>
  );
}
