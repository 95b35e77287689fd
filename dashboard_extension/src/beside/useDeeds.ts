import { useRef } from "react";
import { newId } from "../dashboard/messenger";
import { useStaff } from "../staff/StaffContext";
import { useSender } from "../staff/useSender";
import { useBesideWords } from "../words/beside/useBesideWords";
import { type Deed, type Done, perform } from "./deeds";

export interface Deeds {
  readonly busy: boolean;
  /** Do it; false where it was not done, which Dashboard's corner says. */
  readonly perform: (deed: Deed) => Promise<boolean>;
}

/** What is done beside a ticket's chat, one thing at a time. `onEnd` comes after each, done or not. */
export function useDeeds(ticket: string, onEnd: () => void): Deeds {
  const { failed, faults } = useBesideWords();
  const { ask } = useStaff();
  // Why Saleor refused it for a reason of its own, only Saleor's words say.
  const { REFUSED: _, ...known } = faults;
  const sender = useSender<Done>({ failed, faults: known });
  // Of what got no answer: pressed again, it goes under the same name, so that it is not done twice.
  const unanswered = useRef(new Map<string, string>());
  return {
    busy: sender.busy,
    async perform(deed) {
      const meant = JSON.stringify(deed);
      const key = unanswered.current.get(meant) ?? newId();
      unanswered.current.set(meant, key);
      const done = await sender.send(async () => {
        const outcome = await perform(ask, ticket, deed, key);
        if (!("failure" in outcome)) unanswered.current.delete(meant);
        return outcome;
      });
      onEnd();
      return done !== null;
    },
  };
}
