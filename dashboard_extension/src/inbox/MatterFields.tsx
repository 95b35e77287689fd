import type { Undoable } from "../app/UndoToast";
import type { TicketPriority } from "../generated/Tickets";
import { fill } from "../words/language";
import { useMatterWords } from "../words/matters/useMatterWords";
import { useLanguage } from "../words/useLanguage";
import type { Ticket } from "./loadThread";
import { reasonName } from "./reasonName";
import { SmallChoice } from "./SmallChoice";
import { useMatter } from "./useMatter";
import { useReasons } from "./useReasons";

interface MatterFieldsProps {
  readonly ticket: Ticket;
  readonly onChange: () => void;
  readonly onUndoable: (undoable: Undoable) => void;
}

/** Why they write, how much it presses and whose it is, each changed where it stands. */
export function MatterFields({ ticket, onChange, onUndoable }: MatterFieldsProps) {
  const words = useMatterWords();
  const { tag } = useLanguage();
  const { reasons, departments } = useReasons(ticket.channel);
  const { change } = useMatter({ id: ticket.id, onChange, onUndoable });
  const { priority, department } = ticket;
  const reason = ticket.reason?.slug ?? "";
  // A reason brings its team and priority along.
  const before = { reason, priority, department: department ?? "" };
  const none = { value: "", label: words.noReason };
  // A reason or team that is no longer in the settings still stands where it was given.
  const known = ticket.reason && !reasons.some(({ value }) => value === reason);
  const given = known && ticket.reason ? [{ value: reason, label: reasonName(ticket.reason, tag) }] : [];
  const teams = [...new Set([...departments, ...(department ? [department] : [])])];
  const nameOf = (slug: string) => [none, ...given, ...reasons].find(({ value }) => value === slug)?.label ?? slug;
  return (
    <div className="matter">
      <SmallChoice
        label={words.reason}
        value={reason}
        options={[none, ...given, ...reasons]}
        onChange={(next) => change({ reason: next }, before, fill(words.was.reason, { value: nameOf(next) }))}
      />
      <SmallChoice
        label={words.priority}
        value={priority}
        options={Object.entries(words.priorities).map(([value, label]) => ({ value, label }))}
        onChange={(next) => {
          const to = next as TicketPriority;
          change({ priority: to }, { priority }, fill(words.was.priority, { value: words.priorities[to] }));
        }}
      />
      <SmallChoice
        label={words.department}
        value={department ?? ""}
        options={[{ value: "", label: words.noDepartment }, ...teams.map((name) => ({ value: name, label: name }))]}
        onChange={(next) =>
          change(
            { department: next },
            { department: department ?? "" },
            fill(words.was.department, { value: next || words.noDepartment }),
          )
        }
      />
    </div>
  );
}
