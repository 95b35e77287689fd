import type { Dashboard } from "../dashboard/dashboard";
import type { Answer, Ask, StaffDocument } from "./ask";

export const TOKEN_WAIT_MS = 10_000;

/** Ask as the staff member whom Dashboard says is looking. */
export type AskStaff = <Data, Variables>(
  document: StaffDocument<Data, Variables>,
  variables: Variables,
) => Promise<Answer<Data>>;

/** Tokens live five minutes and Dashboard renews them; one refused question is asked once more with the next token. */
export function askAsStaff(dashboard: Dashboard, ask: Ask): AskStaff {
  return async (document, variables) => {
    const { session } = dashboard.getState();
    if (session.kind !== "open") return { failure: { code: "UNAUTHENTICATED", requestId: null } };
    const answer = await ask(document, variables, session.token);
    if (!("failure" in answer) || answer.failure.code !== "UNAUTHENTICATED") return answer;
    const fresh = await dashboard.nextToken(session.token, TOKEN_WAIT_MS);
    return fresh === null ? answer : ask(document, variables, fresh);
  };
}
