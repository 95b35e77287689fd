import { ChoicesField } from "../plans/ChoicesField";
import { MoneyField } from "../plans/MoneyField";
import { TicksField } from "../plans/TicksField";
import { ChoiceField } from "../settings/ChoiceField";
import type { FaultOf } from "../settings/faults";
import { useDeskWords } from "../words/desk/useDeskWords";
import { useRoutingWords } from "../words/routing/useRoutingWords";
import { useLanguage } from "../words/useLanguage";
import { ListField } from "./ListField";
import type { Conditions } from "./rule";

interface ConditionFieldsProps {
  readonly conditions: Conditions;
  readonly reasons: readonly { readonly value: string; readonly label: string }[];
  readonly channels: readonly { readonly slug: string; readonly name: string }[];
  /** By the field within the conditions. */
  readonly faultOf: FaultOf;
  readonly onChange: (conditions: Conditions) => void;
}

const SWITCHES = ["late", "first_order"] as const;
const LANGUAGES = ["tr", "en"] as const;

/** What must hold, all of it; what is left empty is not asked. */
export function ConditionFields({ conditions, reasons, channels, faultOf, onChange }: ConditionFieldsProps) {
  const words = useRoutingWords();
  const { kinds } = useDeskWords();
  const { languageName } = useLanguage();
  const put = (part: { readonly [Name in keyof Conditions]?: Conditions[Name] | undefined }) =>
    onChange({ ...conditions, ...part } as Conditions);
  const ticks = (
    name: "channels" | "languages" | "reasons" | "kinds",
    options: readonly (readonly [string, string])[],
  ) =>
    options.length > 0 && (
      <TicksField
        legend={words.names[name] ?? name}
        options={options.map(([value]) => value)}
        names={Object.fromEntries(options)}
        chosen={conditions[name] ?? []}
        fault={faultOf(name)}
        onChange={(chosen) => put({ [name]: chosen })}
      />
    );
  return (
    <fieldset className="routing-part">
      <legend>{words.conditions}</legend>
      {SWITCHES.map((name) => (
        <ChoiceField
          key={name}
          label={words.names[name] ?? name}
          value={conditions[name] === undefined ? "" : String(conditions[name])}
          options={[
            { value: "", label: words.any },
            { value: "true", label: words.yes },
            { value: "false", label: words.no },
          ]}
          onChange={(value) => put({ [name]: value === "" ? undefined : value === "true" })}
        />
      ))}
      <MoneyField
        label={words.names.value_at_least ?? ""}
        money={conditions.value_at_least ?? { amount: "", currency: "" }}
        fault={faultOf("value_at_least")}
        onChange={(value_at_least) => put({ value_at_least })}
      />
      {ticks(
        "channels",
        channels.map(({ slug, name }) => [slug, name]),
      )}
      {ticks(
        "languages",
        LANGUAGES.map((code) => [code, languageName(code)]),
      )}
      {ticks(
        "reasons",
        reasons.map(({ value, label }) => [value, label]),
      )}
      {ticks("kinds", Object.entries(kinds))}
      <ListField
        label={words.names.words ?? ""}
        hint={words.wordsHint}
        list={conditions.words ?? []}
        fault={faultOf("words")}
        onChange={(list) => put({ words: list })}
      />
      {(["PRODUCT", "CATEGORY"] as const).map((kind) => {
        const name = kind === "PRODUCT" ? "products" : "categories";
        return (
          <ChoicesField
            key={kind}
            kind={kind}
            legend={words.names[name] ?? name}
            ids={conditions[name] ?? []}
            fault={faultOf(name)}
            onChange={(ids) => put({ [name]: ids })}
          />
        );
      })}
    </fieldset>
  );
}
