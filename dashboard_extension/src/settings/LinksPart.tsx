import { useAppWords } from "../words/app/useAppWords";
import type { PartProps } from "./parts";
import { Section } from "./Section";
import { TextField } from "./TextField";

const LINKS = ["product", "cart", "order", "page"] as const;

export function LinksPart({ settings, faultOf, onChange }: PartProps) {
  const { settings: words } = useAppWords();
  const fault = faultOf("links");
  return (
    <Section {...words.sections.links}>
      {LINKS.map((name, index) => (
        <TextField
          key={name}
          label={words.links[name]}
          type="url"
          value={settings.links[name] ?? ""}
          // The server names no single link, so what is wrong stands below the last.
          fault={index === LINKS.length - 1 ? fault : null}
          {...(index === LINKS.length - 1 ? { hint: words.linksHint } : {})}
          onChange={(link) => onChange({ links: { ...settings.links, [name]: link } })}
        />
      ))}
    </Section>
  );
}
