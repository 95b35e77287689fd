import { X } from "lucide-react";
import { useId, useState } from "react";
import { TicketCopiesSet } from "../generated/TicketCopiesSet";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { faultText, useSender } from "../staff/useSender";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";

interface CopyFieldProps {
  readonly ticketId: string;
  readonly emails: readonly string[];
  readonly onChange: () => void;
}

const MOST = 5;

/** Who gets each answer in copy; kept with the ticket as soon as it is said. */
export function CopyField({ ticketId, emails, onChange }: CopyFieldProps) {
  const { copies: words } = useDeskWords();
  const id = useId();
  const { ask } = useStaff();
  const { busy, faults, send } = useSender<unknown>(words);
  const [typed, setTyped] = useState<string | null>(null);
  const put = async (next: readonly string[]) => {
    const done = await send(async () =>
      outcomeOf(await ask(TicketCopiesSet, { id: ticketId, emails: next }), (data) => data.ticketCopiesSet),
    );
    if (done !== null) onChange();
    return done !== null;
  };
  const add = async () => {
    const email = (typed ?? "").trim();
    if (email !== "" && (await put([...emails, email]))) setTyped("");
  };
  if (typed === null && emails.length === 0) {
    return (
      <button type="button" className="link copies-begin" onClick={() => setTyped("")}>
        {words.begin}
      </button>
    );
  }
  const problem = faults[0] ? faultText(words, faults[0]) : null;
  return (
    <div className="tags-field copies">
      <span className="quiet" id={`${id}-name`}>
        {words.label}
      </span>
      {emails.map((email) => (
        <span key={email} className="chip tag">
          {email}
          <button
            type="button"
            aria-label={fill(words.remove, { email })}
            aria-disabled={busy}
            onClick={() => put(emails.filter((one) => one !== email))}
          >
            <X size={12} aria-hidden="true" />
          </button>
        </span>
      ))}
      {emails.length < MOST && (
        <input
          type="email"
          value={typed ?? ""}
          maxLength={254}
          // biome-ignore lint/a11y/noAutofocus: it was asked for by the button in whose place it stands
          autoFocus={typed === "" && emails.length === 0}
          aria-labelledby={`${id}-name`}
          aria-describedby={`${id}-told`}
          aria-invalid={problem !== null}
          placeholder={words.hint}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            // The form around it sends the answer.
            event.preventDefault();
            add();
          }}
          onBlur={add}
        />
      )}
      <p id={`${id}-told`} className={problem ? "fault" : "quiet"} role={problem ? "alert" : undefined}>
        {problem ?? words.told}
      </p>
    </div>
  );
}
