import { useRef, useState } from "react";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { type Copied, copyFrom } from "./copyFrom";

interface CopyableTextProps {
  readonly text: string;
  /** What the text is, for who hears the button instead of seeing it. */
  readonly name: string;
}

export function CopyableText({ text, name }: CopyableTextProps) {
  const { words } = useLanguage();
  const shown = useRef<HTMLElement>(null);
  const [outcome, setOutcome] = useState<Copied | null>(null);
  const copy = async () => {
    if (shown.current) setOutcome(await copyFrom(shown.current));
  };
  return (
    <span className="copyable">
      <code ref={shown}>{text}</code>
      <button
        type="button"
        className="link"
        aria-label={fill(words.copyNamed, { name: `${name} ${text}` })}
        onClick={copy}
        onBlur={() => setOutcome(null)}
      >
        {words.copy}
      </button>
      <span className="outcome" role="status">
        {outcome !== null && words[outcome]}
      </span>
    </span>
  );
}
