import { useAppWords } from "../words/app/useAppWords";
import { Check } from "./Check";
import { ChoiceField } from "./ChoiceField";
import { WORD_ACTS } from "./draft";
import { LinesField } from "./LinesField";
import type { PartProps } from "./parts";
import { Section } from "./Section";

/** What shoppers may not write in chats, answers and the form. */
export function WordsPart({ settings, faultOf, onChange }: PartProps) {
  const { settings: words } = useAppWords();
  const options = WORD_ACTS.map((value) => ({ value, label: words.wordActs[value] }));
  return (
    <Section {...words.sections.words}>
      <LinesField
        label={words.blockedWords}
        lines={settings.blocked_words}
        hint={words.blockedWordsHint}
        fault={faultOf("blocked_words")}
        onChange={(blocked_words) => onChange({ blocked_words })}
      />
      <Check
        label={words.wordStarter}
        note={words.wordStarterWhy}
        checked={settings.blocked_words_starter}
        onChange={(blocked_words_starter) => onChange({ blocked_words_starter })}
      />
      <ChoiceField
        label={words.wordAct}
        value={settings.blocked_words_act}
        options={options}
        onChange={(value) => onChange({ blocked_words_act: WORD_ACTS.find((one) => one === value) ?? "refuse" })}
      />
    </Section>
  );
}
