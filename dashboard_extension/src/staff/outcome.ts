import type { Answer, Failure } from "../api/ask";

/** One thing that a change was refused for. */
export interface Fault {
  readonly field: string | null;
  readonly message: string;
  readonly code: string;
}

/** What became of a change: done, refused with reasons, or not known. */
export type Outcome<Payload> =
  | { readonly payload: Payload }
  | { readonly faults: readonly Fault[] }
  | { readonly failure: Failure };

/** Read the answer to a change, whose payload `pick` takes out. */
export function outcomeOf<Data, Payload extends { readonly errors: readonly Fault[] }>(
  answer: Answer<Data>,
  pick: (data: Data) => Payload | null,
): Outcome<Payload> {
  if ("failure" in answer) return answer;
  const payload = pick(answer.data);
  if (payload === null) return { failure: { code: "UNEXPECTED", requestId: null } };
  return payload.errors.length > 0 ? { faults: payload.errors } : { payload };
}
