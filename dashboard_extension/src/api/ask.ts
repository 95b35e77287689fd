/** A generated query: its text, and in the type what it asks for and answers. */
export interface StaffDocument<Data, Variables> {
  readonly operationName: string;
  readonly query: string;
  /** Never set: it carries the types. */
  readonly types?: (variables: Variables) => Data;
}

export type FailureCode =
  | "OFFLINE" // the request did not reach the server
  | "UNAVAILABLE" // the server, or something before it, has no answer now
  | "SALEOR_UNREACHABLE"
  | "UNAUTHENTICATED"
  | "PERMISSION_DENIED"
  | "UNEXPECTED";

export interface Failure {
  readonly code: FailureCode;
  /** What the log of the service calls this request; null when nothing answered. */
  readonly requestId: string | null;
}

export type Answer<Data> = { readonly data: Data } | { readonly failure: Failure };

export type Ask = <Data, Variables>(
  document: StaffDocument<Data, Variables>,
  variables: Variables,
  token: string,
) => Promise<Answer<Data>>;

const PATIENCE_MS = 20_000;
const TOLD: readonly string[] = ["SALEOR_UNREACHABLE", "UNAUTHENTICATED", "PERMISSION_DENIED"] satisfies FailureCode[];

interface Body {
  data?: unknown;
  errors?: { extensions?: { code?: string } }[];
}

/** Ask the staff API. Never throws: what went wrong is the answer. */
export const ask: Ask = async <Data, Variables>(
  document: StaffDocument<Data, Variables>,
  variables: Variables,
  token: string,
): Promise<Answer<Data>> => {
  let response: Response;
  try {
    response = await post(document, variables, token);
  } catch {
    return { failure: { code: "OFFLINE", requestId: null } };
  }
  const body = await read(response);
  const code = failureCode(response.status, body);
  if (code !== null) return { failure: { code, requestId: response.headers.get("X-Request-Id") } };
  return { data: body?.data as Data };
};

function post<Variables>(
  { query, operationName }: StaffDocument<unknown, Variables>,
  variables: Variables,
  token: string,
): Promise<Response> {
  return fetch("/graphql/staff/", {
    method: "POST",
    credentials: "omit",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables, operationName }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
}

async function read(response: Response): Promise<Body | null> {
  try {
    return (await response.json()) as Body | null;
  } catch {
    return null; // a proxy's error page, or a connection cut in the middle
  }
}

function failureCode(status: number, body: Body | null): FailureCode | null {
  const error = body?.errors?.[0];
  const code = error?.extensions?.code;
  if (code !== undefined && TOLD.includes(code)) return code as FailureCode;
  if (status === 401) return "UNAUTHENTICATED";
  if (status === 429 || status > 500) return "UNAVAILABLE";
  return error || !body?.data ? "UNEXPECTED" : null;
}
