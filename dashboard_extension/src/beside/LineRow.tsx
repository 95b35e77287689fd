import { Minus, Plus, Trash2 } from "lucide-react";
import type { BesideLineFragment } from "../generated/BesideCart";
import { Thumbnail } from "../order/Thumbnail";
import { useBesideWords } from "../words/beside/useBesideWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { Step } from "./Step";
import type { Deeds } from "./useDeeds";

interface LineRowProps {
  readonly line: BesideLineFragment;
  /** Null where nothing can be done. */
  readonly deeds: Deeds | null;
}

/** One line of the cart, which staff make more, fewer or none. */
export function LineRow({ line, deeds }: LineRowProps) {
  const words = useBesideWords();
  const { money, number, count } = useLanguage();
  const { id, name, quantity } = line;
  const change = (to: number) => deeds?.perform({ do: "change", line: id, quantity: to });
  return (
    <li>
      <Thumbnail url={line.thumbnailUrl || null} />
      <span className="line-name">
        <span>{name}</span>
        {quantity > 1 && <span className="quiet small">{money(line.unit)}</span>}
        {line.isGift && <span className="pill">{words.gift}</span>}
        {!line.isSold && <span className="pill bad">{words.notSold}</span>}
        {line.available !== null && <span className="pill open">{count(words.left, line.available)}</span>}
      </span>
      <span className="worth">{money(line.total)}</span>
      {deeds === null || line.isGift ? (
        <span className="line-deeds quiet">× {number(quantity)}</span>
      ) : (
        <span className="line-deeds">
          <Step name={fill(words.fewer, { name })} off={deeds.busy || quantity <= 1} act={() => change(quantity - 1)}>
            <Minus size={14} aria-hidden="true" />
          </Step>
          <output aria-label={fill(words.pieces, { name })}>{number(quantity)}</output>
          <Step name={fill(words.more, { name })} off={deeds.busy} act={() => change(quantity + 1)}>
            <Plus size={14} aria-hidden="true" />
          </Step>
          <Step
            name={fill(words.remove, { name })}
            off={deeds.busy}
            act={() => deeds.perform({ do: "remove", line: id })}
          >
            <Trash2 size={14} aria-hidden="true" />
          </Step>
        </span>
      )}
    </li>
  );
}
