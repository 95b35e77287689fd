import { ArrowDown, ArrowUp } from "lucide-react";
import type { RuleFragment } from "../generated/RoutingRules";
import { fill } from "../words/language";
import { useRoutingWords } from "../words/routing/useRoutingWords";
import { draftOf } from "./rule";

interface RuleRowProps {
  readonly rule: RuleFragment;
  readonly onOpen: () => void;
  /** Null at the ends of the list. */
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
}

/** A rule in a line: when, and whether it is in force. */
export function RuleRow({ rule, onOpen, onUp, onDown }: RuleRowProps) {
  const words = useRoutingWords();
  const { name, isOn } = rule;
  const asked = Object.keys(draftOf(rule).conditions).map((one) => words.names[one] ?? one);
  return (
    <div className="routing-rule">
      <button type="button" className="rule-open" onClick={onOpen}>
        <span className="name">{name}</span>
        <span className="pills">
          <span className={isOn ? "pill good" : "pill"}>{isOn ? words.on : words.off}</span>
          {asked.map((one) => (
            <span key={one} className="chip">
              {one}
            </span>
          ))}
        </span>
      </button>
      <button
        type="button"
        className="icon"
        aria-label={fill(words.up, { name })}
        disabled={onUp === null}
        onClick={() => onUp?.()}
      >
        <ArrowUp size={16} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icon"
        aria-label={fill(words.down, { name })}
        disabled={onDown === null}
        onClick={() => onDown?.()}
      >
        <ArrowDown size={16} aria-hidden="true" />
      </button>
    </div>
  );
}
