import { X } from "lucide-react";
import { useDeskSettingWords } from "../words/deskSettings/useDeskSettingWords";
import { fill } from "../words/language";
import { useMatterWords } from "../words/matters/useMatterWords";
import { useLanguage } from "../words/useLanguage";
import { ChoiceField } from "./ChoiceField";
import type { Priority, Reason } from "./draft";
import type { FaultOf } from "./faults";
import { TextField } from "./TextField";

const LANGUAGES = ["tr", "en"] as const;

interface ReasonCardProps {
  readonly reason: Reason;
  readonly number: number;
  /** Those that the settings name. */
  readonly departments: readonly string[];
  /** By the field within this reason. */
  readonly faultOf: FaultOf;
  readonly onChange: (reason: Reason) => void;
  readonly onRemove: () => void;
}

export function ReasonCard({ reason, number, departments, faultOf, onChange, onRemove }: ReasonCardProps) {
  const words = useDeskSettingWords();
  const { priorities } = useMatterWords();
  const { number: said } = useLanguage();
  const named = fill(words.reason, { n: said(number) });
  const known = [...new Set([...departments, ...(reason.department ? [reason.department] : [])])];
  const minutes = (field: "first_reply_minutes" | "resolve_minutes", label: string) => (
    <TextField
      label={label}
      type="number"
      hint={words.asUsual}
      value={String(reason[field])}
      fault={faultOf(field)}
      onChange={(many) => onChange({ ...reason, [field]: Number(many) })}
    />
  );
  return (
    <fieldset className="rule">
      <legend className="only-heard">{named}</legend>
      {LANGUAGES.map((language, index) => (
        <TextField
          key={language}
          label={words.titles[language]}
          value={reason.title[language] ?? ""}
          fault={index === 0 && faultOf("title") !== null ? words.reasonWrong : null}
          onChange={(text) => onChange({ ...reason, title: { ...reason.title, [language]: text } })}
        />
      ))}
      <ChoiceField
        label={words.department}
        value={reason.department}
        options={[{ value: "", label: words.noDepartment }, ...known.map((name) => ({ value: name, label: name }))]}
        onChange={(department) => onChange({ ...reason, department })}
      />
      <ChoiceField
        label={words.priority}
        value={reason.priority}
        options={Object.entries(priorities).map(([value, label]) => ({ value, label }))}
        onChange={(priority) => onChange({ ...reason, priority: priority as Priority })}
      />
      {minutes("first_reply_minutes", words.firstReply)}
      {minutes("resolve_minutes", words.resolve)}
      <button
        type="button"
        className="icon remove-row"
        aria-label={fill(words.removeReason, { name: reason.title.tr || reason.title.en || named })}
        onClick={onRemove}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </fieldset>
  );
}
