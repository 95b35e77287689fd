import { X } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { useBesideWords } from "../words/beside/useBesideWords";
import { fill } from "../words/language";
import type { Deeds } from "./useDeeds";

interface CodesFieldProps {
  readonly codes: readonly string[];
  readonly deeds: Deeds | null;
}

/** The vouchers and gift cards in the cart, and a place for one more. */
export function CodesField({ codes, deeds }: CodesFieldProps) {
  const words = useBesideWords();
  const [code, setCode] = useState("");
  const id = useId();
  const apply = async (event: FormEvent) => {
    event.preventDefault();
    if (deeds === null || deeds.busy || code.trim() === "") return;
    if (await deeds.perform({ do: "apply", code })) setCode("");
  };
  return (
    <>
      {codes.length > 0 && (
        <ul className="pills" aria-label={words.codes}>
          {codes.map((one) => (
            <li key={one} className="chip">
              {one}
              {deeds && (
                <button
                  type="button"
                  className="icon"
                  aria-label={fill(words.remove, { name: one })}
                  aria-disabled={deeds.busy}
                  onClick={() => deeds.busy || deeds.perform({ do: "takeOut", code: one })}
                >
                  <X size={12} aria-hidden="true" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {deeds && (
        <form className="one-field" onSubmit={apply}>
          <label className="only-heard" htmlFor={id}>
            {words.code}
          </label>
          <input
            id={id}
            value={code}
            placeholder={words.code}
            maxLength={255}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setCode(event.target.value)}
          />
          <button type="submit" className="button secondary" aria-disabled={deeds.busy}>
            {words.apply}
          </button>
        </form>
      )}
    </>
  );
}
