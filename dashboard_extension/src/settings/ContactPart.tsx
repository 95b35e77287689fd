import { Button } from "@saleor/macaw-ui";
import { useId } from "react";
import { useAppWords } from "../words/app/useAppWords";
import { ContactWay } from "./ContactWay";
import { type ContactChannel, KINDS, newWay } from "./draft";
import { FieldHelp } from "./FieldHelp";
import type { PartProps } from "./parts";
import { Section } from "./Section";
import { TextField } from "./TextField";

const MOST = 15;

export function ContactPart({ settings, faultOf, onChange }: PartProps) {
  const { settings: words } = useAppWords();
  const id = useId();
  const ways = settings.contact_channels;
  const put = (contact_channels: readonly ContactChannel[]) => onChange({ contact_channels });
  const fault = faultOf("contact_channels");
  const unused = KINDS.find((kind) => ways.every((way) => way.kind !== kind)) ?? "phone";
  return (
    <Section {...words.sections.contact}>
      {ways.length === 0 && <p className="quiet">{words.noWays}</p>}
      <ul className="ways">
        {ways.map((way, index) => (
          <ContactWay
            // biome-ignore lint/suspicious/noArrayIndexKey: two ways may be the same while they are typed.
            key={index}
            way={way}
            settings={settings}
            onChange={(next) => put(ways.map((one, other) => (other === index ? next : one)))}
            onRemove={() => put(ways.filter((_, other) => other !== index))}
            onUp={index ? () => put(ways.with(index - 1, way).with(index, ways[index - 1] as ContactChannel)) : null}
          />
        ))}
      </ul>
      {fault && <FieldHelp id={id} fault={fault} />}
      {ways.length < MOST && (
        <Button type="button" variant="secondary" size="small" onClick={() => put([...ways, newWay(unused)])}>
          {words.addWay}
        </Button>
      )}
      {ways.some((way) => way.kind === "callback") && (
        <TextField
          label={words.callbacksAtOnce}
          type="number"
          value={String(settings.callbacks_at_once)}
          hint={words.callbacksHint}
          fault={faultOf("callbacks_at_once")}
          onChange={(many) => onChange({ callbacks_at_once: Number(many) })}
        />
      )}
    </Section>
  );
}
