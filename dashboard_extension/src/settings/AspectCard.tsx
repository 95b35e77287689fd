import { Button } from "@saleor/macaw-ui";
import { X } from "lucide-react";
import { useId } from "react";
import { ChoicesField } from "../plans/ChoicesField";
import { useAppWords } from "../words/app/useAppWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import type { Aspect } from "./draft";
import { FieldHelp } from "./FieldHelp";
import type { FaultOf } from "./faults";
import { freeName } from "./freeName";
import { TextField } from "./TextField";

const LANGUAGES = ["en", "tr"] as const;
const LEAST = 2;
const MOST = 5;

interface AspectCardProps {
  readonly aspect: Aspect;
  readonly number: number;
  /** By the field within this question. */
  readonly faultOf: FaultOf;
  readonly onChange: (aspect: Aspect) => void;
  readonly onRemove: () => void;
}

export function AspectCard({ aspect, number, faultOf, onChange, onRemove }: AspectCardProps) {
  const { settings } = useAppWords();
  const { number: said } = useLanguage();
  const words = settings.aspects;
  const id = useId();
  const { answers, categories, question } = aspect;
  const named = (phrase: string, n: number) => fill(phrase, { n: said(n) });
  const isWrong = ["answers", ...answers.flatMap((_, at) => LANGUAGES.map((one) => `answers.${at}.${one}`))].some(
    (field) => faultOf(field) !== null,
  );
  return (
    <fieldset className="aspect">
      <legend>{named(words.nth, number)}</legend>
      {LANGUAGES.map((language, index) => (
        <TextField
          key={language}
          label={words.question[language]}
          value={question[language] ?? ""}
          fault={index === 0 && faultOf("question") !== null ? words.questionWrong : null}
          onChange={(text) => onChange({ ...aspect, question: { ...question, [language]: text } })}
        />
      ))}
      <ul className="ways" aria-describedby={`${id}-answers`}>
        {answers.map((answer, at) => (
          <li key={answer.name} className="aspect-answer">
            {LANGUAGES.map((language) => (
              <TextField
                key={language}
                label={named(words.answer[language], at + 1)}
                value={answer[language] ?? ""}
                onChange={(text) => {
                  const next = { ...answer, [language]: text };
                  onChange({ ...aspect, answers: answers.map((one) => (one === answer ? next : one)) });
                }}
              />
            ))}
            {answers.length > LEAST && (
              <button
                type="button"
                className="icon"
                aria-label={named(words.removeAnswer, at + 1)}
                onClick={() => onChange({ ...aspect, answers: answers.filter((one) => one !== answer) })}
              >
                <X size={16} aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ul>
      <FieldHelp id={`${id}-answers`} fault={isWrong ? words.answersWrong : null} />
      {answers.length < MOST && (
        <Button
          type="button"
          variant="secondary"
          size="small"
          onClick={() => onChange({ ...aspect, answers: [...answers, { name: freeName("a", answers) }] })}
        >
          {words.addAnswer}
        </Button>
      )}
      <ChoicesField
        kind="CATEGORY"
        legend={words.categories}
        ids={categories}
        fault={null}
        onChange={(next) => onChange({ ...aspect, categories: next })}
      />
      <p className="quiet">{words.everyProduct}</p>
      <button type="button" className="link" onClick={onRemove}>
        {named(words.remove, number)}
      </button>
    </fieldset>
  );
}
