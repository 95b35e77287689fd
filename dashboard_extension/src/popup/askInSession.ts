import type { Ask } from "../api/ask";
import type { AskStaff } from "../api/askAsStaff";
import type { Dashboard } from "../dashboard/dashboard";
import { StaffSessionCreate } from "../generated/StaffSessionCreate";
import { tellOtherFrames } from "../staff/otherFrames";

/**
 * Ask as the staff member whom Dashboard says is looking, from a popup: Dashboard gives it one token that lives five
 * minutes and never another, so the first question swaps it for a session of ours. The page under it hears of changes.
 */
export function askInSession(dashboard: Pick<Dashboard, "getState">, ask: Ask): AskStaff {
  let begun: Promise<string> | null = null;

  async function begin(token: string): Promise<string> {
    const answer = await ask(StaffSessionCreate, {}, token);
    if ("data" in answer) return answer.data.staffSessionCreate?.session.token ?? token;
    begun = null; // the next question tries again, while the token lives
    return token;
  }

  return async (document, variables) => {
    const { session } = dashboard.getState();
    if (session.kind !== "open") return { failure: { code: "UNAUTHENTICATED", requestId: null } };
    begun ??= begin(session.token);
    const answer = await ask(document, variables, await begun);
    if ("data" in answer && document.query.startsWith("mutation")) tellOtherFrames();
    return answer;
  };
}
