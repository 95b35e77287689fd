import { ArrowUp, X } from "lucide-react";
import { useAppWords } from "../words/app/useAppWords";
import { fill } from "../words/language";
import { Check } from "./Check";
import { ChoiceField } from "./ChoiceField";
import { type ContactChannel, KINDS, type Kind, newWay, OURS, type Settings } from "./draft";
import { LanguagesField } from "./LanguagesField";
import { TextField } from "./TextField";
import { WayHours } from "./WayHours";

interface ContactWayProps {
  readonly way: ContactChannel;
  readonly settings: Settings;
  readonly onChange: (way: ContactChannel) => void;
  readonly onRemove: () => void;
  /** Offer it before the one above; null for the first. */
  readonly onUp: (() => void) | null;
}

/** Kinds on which somebody answers at once, or is away. */
const WAITS: readonly Kind[] = ["email", "form"];

export function ContactWay({ way, settings, onChange, onRemove, onUp }: ContactWayProps) {
  const { settings: words } = useAppWords();
  const kind = { name: words.kinds[way.kind] };
  const remove = fill(words.removeNamed, kind);
  const up = fill(words.upNamed, kind);
  const { time_zone, week } = settings;
  return (
    <li className="way">
      <ChoiceField
        label={words.kind}
        value={way.kind}
        options={KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        onChange={(kind) => onChange({ ...newWay(kind as Kind), languages: way.languages })}
      />
      {OURS.includes(way.kind) ? (
        <p className="quiet way-note">{words.oursNeedNothing[way.kind as keyof typeof words.oursNeedNothing]}</p>
      ) : (
        <TextField
          label={words.addresses[way.kind as keyof typeof words.addresses]}
          value={way.address}
          onChange={(address) => onChange({ ...way, address })}
        />
      )}
      <span className="way-deeds">
        {onUp && (
          <button type="button" className="icon" aria-label={up} title={up} onClick={onUp}>
            <ArrowUp size={16} aria-hidden="true" />
          </button>
        )}
        <button type="button" className="icon" aria-label={remove} title={remove} onClick={onRemove}>
          <X size={16} aria-hidden="true" />
        </button>
      </span>
      <div className="way-more">
        {way.kind === "chatwoot" && (
          <TextField
            label={words.chatwootHost}
            type="url"
            value={way.host}
            onChange={(host) => onChange({ ...way, host })}
          />
        )}
        <LanguagesField languages={way.languages} onChange={(languages) => onChange({ ...way, languages })} />
        {!WAITS.includes(way.kind) && (
          <Check
            label={words.ownHours}
            checked={way.hours !== null}
            onChange={(own) => onChange({ ...way, hours: own ? { time_zone, week, closed_on: [] } : null })}
          />
        )}
        {way.hours && <WayHours hours={way.hours} onChange={(hours) => onChange({ ...way, hours })} />}
      </div>
    </li>
  );
}
