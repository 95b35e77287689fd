import { type FormEvent, useId, useState } from "react";
import { useBesideWords } from "../words/beside/useBesideWords";
import type { Deed } from "./deeds";
import type { Deeds } from "./useDeeds";

const MOST_CHOICES = 5;

/** Show a page of the shop, or ask with answers to tap. */
export function ShowForms({ deeds }: { readonly deeds: Deeds }) {
  const words = useBesideWords();
  return (
    <details className="show-forms">
      <summary>{words.showMore}</summary>
      <Form
        name={words.page}
        hint={words.pageHint}
        deeds={deeds}
        deedOf={(text) => ({ do: "show", input: { page: text.trim() } })}
      />
      <Form
        name={words.choices}
        hint={words.choicesHint}
        rows={3}
        deeds={deeds}
        deedOf={(text) => ({ do: "show", input: { choices: linesOf(text) } })}
      />
    </details>
  );
}

function linesOf(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter(Boolean).slice(0, MOST_CHOICES);
}

interface FormProps {
  readonly name: string;
  readonly hint: string;
  readonly rows?: number;
  readonly deeds: Deeds;
  readonly deedOf: (text: string) => Deed;
}

function Form({ name, hint, rows = 1, deeds, deedOf }: FormProps) {
  const words = useBesideWords();
  const [text, setText] = useState("");
  const id = useId();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (deeds.busy || text.trim() === "") return;
    if (await deeds.perform(deedOf(text))) setText("");
  };
  return (
    <form className="one-field" onSubmit={send}>
      <label htmlFor={id}>{name}</label>
      <textarea
        id={id}
        rows={rows}
        value={text}
        placeholder={hint}
        maxLength={2000}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="button secondary" aria-disabled={deeds.busy}>
        {words.show}
      </button>
    </form>
  );
}
