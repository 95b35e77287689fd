import { TextField } from "../settings/TextField";
import type { Fault } from "../staff/outcome";
import { useMailWords } from "../words/mails/useMailWords";
import { BodyField } from "./BodyField";
import { BLOCKS, type Texts } from "./texts";

interface MailFieldsProps {
  readonly texts: Texts;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
  readonly onChange: (texts: Texts) => void;
}

export function MailFields({ texts, faults, warnings, onChange }: MailFieldsProps) {
  const words = useMailWords();
  return BLOCKS.map((block) => {
    const fault = faults.find((one) => one.field === block)?.message ?? null;
    const unknown = warnings.filter((one) => one.field === block).map((one) => one.message.split("`")[1]);
    const told = unknown.length > 0 ? `${words.unknown}: ${unknown.join(", ")}` : undefined;
    const props = {
      label: words.texts[block] ?? block,
      value: texts[block] ?? "",
      fault,
      onChange: (value: string) => onChange({ ...texts, [block]: value }),
    };
    return block === "body" ? (
      <BodyField key={block} {...props} hint={told ?? words.bodyHint} />
    ) : (
      <TextField key={block} {...props} {...(told === undefined ? {} : { hint: told })} />
    );
  });
}
