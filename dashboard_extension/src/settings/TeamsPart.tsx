import { Button } from "@saleor/macaw-ui";
import { X } from "lucide-react";
import { useDeskSettingWords } from "../words/deskSettings/useDeskSettingWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import type { Team } from "./draft";
import { LinesField } from "./LinesField";
import type { PartProps } from "./parts";
import { Section } from "./Section";
import { TextField } from "./TextField";

const MOST = 30;

/** Who works on tickets together. */
export function TeamsPart({ settings, faultOf, onChange }: PartProps) {
  const words = useDeskSettingWords();
  const { number } = useLanguage();
  const teams = settings.departments;
  const put = (departments: readonly Team[]) => onChange({ departments });
  const change = (at: number, part: Partial<Team>) =>
    put(teams.map((team, index) => (index === at ? { ...team, ...part } : team)));
  return (
    <Section {...words.teams}>
      <div className="rows">
        {teams.map((team, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two teams may have one name while it is typed.
          <fieldset key={index} className="rule">
            <legend className="only-heard">{fill(words.team, { n: number(index + 1) })}</legend>
            <TextField
              label={words.teamName}
              value={team.name}
              fault={faultOf(`departments.${index}.name`)}
              onChange={(name) => change(index, { name })}
            />
            <LinesField
              label={words.teamEmails}
              lines={team.emails}
              hint={words.teamEmailsHint}
              fault={faultOf(`departments.${index}.emails`)}
              onChange={(emails) => change(index, { emails })}
            />
            <button
              type="button"
              className="icon remove-row"
              aria-label={fill(words.removeTeam, { name: team.name || number(index + 1) })}
              onClick={() => put(teams.filter((_, other) => other !== index))}
            >
              <X size={16} aria-hidden="true" />
            </button>
          </fieldset>
        ))}
      </div>
      {teams.length < MOST && (
        <Button
          type="button"
          variant="secondary"
          size="small"
          onClick={() => put([...teams, { name: "", emails: [] }])}
        >
          {words.addTeam}
        </Button>
      )}
    </Section>
  );
}
