import { useState } from "react";
import { useDeskWords } from "../words/desk/useDeskWords";
import { snoozeTimes } from "./snoozeTimes";

/** Until when something is put off: a usual time, or one of the reader's. */
export function SnoozeChoices({ onUntil }: { readonly onUntil: (instant: string) => void }) {
  const words = useDeskWords();
  const [until, setUntil] = useState("");
  const times = snoozeTimes(new Date());
  return (
    <form
      className="menu-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (until !== "") onUntil(new Date(until).toISOString());
      }}
    >
      {(["hour", "tomorrow", "monday"] as const).map((name) => (
        <button key={name} type="button" className="menu-item" onClick={() => onUntil(times[name].toISOString())}>
          {words.snoozeTimes[name]}
        </button>
      ))}
      <label>
        {words.snoozeUntil}
        <input type="datetime-local" value={until} onChange={(event) => setUntil(event.target.value)} />
      </label>
      <button type="submit" className="button secondary">
        {words.snoozeThen}
      </button>
    </form>
  );
}
