import { PopupReasons } from "../generated/PopupReasons";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useCardWords } from "../words/card/useCardWords";
import { choose } from "../words/choose";
import { useLanguage } from "../words/useLanguage";

const load = loadOf(PopupReasons);

interface ReasonFieldProps {
  readonly channel: string;
  readonly reason: string;
  readonly onChoose: (slug: string) => void;
}

/** Why one writes, of the merchant's reasons; nothing where there are none. */
export function ReasonField({ channel, reason, onChoose }: ReasonFieldProps) {
  const words = useCardWords();
  const language = useLanguage();
  const { loaded } = useLoaded(load, { channel });
  const reasons = loaded.kind === "shown" ? loaded.data.ticketReasons : [];
  if (reasons.length === 0) return null;
  return (
    <p className="reason-field">
      <label htmlFor="reason">{words.reason}</label>
      <select id="reason" value={reason} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{words.noReason}</option>
        {reasons.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {choose(name, language)}
          </option>
        ))}
      </select>
    </p>
  );
}
