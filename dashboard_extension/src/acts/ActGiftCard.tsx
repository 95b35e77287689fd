import { useEffect, useState } from "react";
import { useActWords } from "../words/acts/useActWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { ActField } from "./ActField";
import type { ActPreview } from "./useActPreview";

interface ActGiftCardProps {
  readonly cards: ActPreview["giftCards"];
  readonly chosen: string;
  readonly onChange: (giftCard: string) => void;
}

const OTHER = "other";

/** Which card: of those that the order has, or of any by its id in Saleor. */
export function ActGiftCard({ cards, chosen, onChange }: ActGiftCardProps) {
  const words = useActWords();
  const { money } = useLanguage();
  const [isOther, setOther] = useState(false);
  const only = cards.length === 1 ? cards[0] : undefined;
  useEffect(() => {
    if (only !== undefined && chosen === "" && !isOther) onChange(only.id);
  }, [only, chosen, isOther, onChange]);
  const byId = (
    <ActField label={words.giftCard}>
      <input type="text" required value={chosen} onChange={(event) => onChange(event.target.value)} />
    </ActField>
  );
  if (cards.length === 0) return byId;
  return (
    <>
      <ActField label={words.giftCardChoice}>
        <select
          required
          value={isOther ? OTHER : chosen}
          onChange={(event) => {
            const { value } = event.target;
            setOther(value === OTHER);
            onChange(value === OTHER ? "" : value);
          }}
        >
          <option value="">{words.noReason}</option>
          {cards.map(({ id, ending, balance, isActive }) => (
            <option key={id} value={id}>
              {fill(words.giftCardOf, { ending, balance: money(balance) })}
              {isActive ? "" : ` (${words.giftCardOff})`}
            </option>
          ))}
          <option value={OTHER}>{words.giftCardOther}</option>
        </select>
      </ActField>
      {isOther && byId}
    </>
  );
}
