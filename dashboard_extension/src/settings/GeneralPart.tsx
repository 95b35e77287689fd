import { useId } from "react";
import type { ConfigurationsQuery } from "../generated/Configurations";
import { useAppWords } from "../words/app/useAppWords";
import { Check } from "./Check";
import type { Draft } from "./draft";
import { FieldHelp } from "./FieldHelp";
import type { FaultOf } from "./faults";
import type { ChangeDraft } from "./parts";
import { Section } from "./Section";
import { TextField } from "./TextField";

interface GeneralPartProps {
  readonly draft: Draft;
  readonly channels: ConfigurationsQuery["channels"];
  readonly faultOf: FaultOf;
  readonly onChange: ChangeDraft;
}

export function GeneralPart({ draft, channels, faultOf, onChange }: GeneralPartProps) {
  const { settings: words } = useAppWords();
  const id = useId();
  const known = new Set(channels.map(({ slug }) => slug));
  // A channel that is gone from the store, or not ours to see, stays as it is until somebody takes it out.
  const all = [
    ...channels,
    ...draft.channels.filter((slug) => !known.has(slug)).map((slug) => ({ slug, name: slug, currency: "" })),
  ];
  const turn = (slug: string, on: boolean) =>
    onChange({ channels: on ? [...draft.channels, slug] : draft.channels.filter((one) => one !== slug) });
  return (
    <Section {...words.sections.general}>
      <TextField
        label={words.name}
        value={draft.name}
        fault={faultOf("name")}
        onChange={(name) => onChange({ name })}
      />
      <fieldset className="checks" aria-describedby={`${id}-help`}>
        <legend>{words.channels}</legend>
        {all.map(({ slug, name, currency }) => (
          <Check
            key={slug}
            label={name}
            note={currency}
            checked={draft.channels.includes(slug)}
            onChange={(on) => turn(slug, on)}
          />
        ))}
        <FieldHelp id={`${id}-help`} fault={faultOf("channels")} />
      </fieldset>
      <Check label={words.isDefault} checked={draft.isDefault} onChange={(isDefault) => onChange({ isDefault })} />
      {faultOf("isDefault") && <FieldHelp id={`${id}-default`} fault={faultOf("isDefault")} />}
    </Section>
  );
}
