import { expect, test, vi } from "vitest";
import { ask } from "../src/api/ask";
import { OrderCard } from "../src/generated/OrderCard";

const variables = { id: "T3JkZXI6MQ==" };

function serverAnswers(status: number, body: unknown, headers: Record<string, string> = { "X-Request-Id": "r-1" }) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const fetch = vi.fn(async () => new Response(text, { status, headers }));
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

const error = (code: string) => ({ data: null, errors: [{ message: "no", extensions: { code } }] });

test("the question carries the token in its header and nowhere else", async () => {
  const fetch = serverAnswers(200, { data: { order: null } });
  expect(await ask(OrderCard, variables, "secret")).toEqual({ data: { order: null } });
  const [address, request] = fetch.mock.calls[0] as unknown as [string, RequestInit];
  expect(address).toBe("/graphql/staff/");
  expect(request).toMatchObject({ method: "POST", credentials: "omit", headers: { Authorization: "Bearer secret" } });
  expect(JSON.parse(String(request.body))).toEqual({ query: OrderCard.query, operationName: "OrderCard", variables });
});

test.each([
  [200, error("PERMISSION_DENIED"), "PERMISSION_DENIED"],
  [200, error("SALEOR_UNREACHABLE"), "SALEOR_UNREACHABLE"],
  [401, error("UNAUTHENTICATED"), "UNAUTHENTICATED"],
  [401, "", "UNAUTHENTICATED"],
  [400, error("COST_LIMIT"), "UNEXPECTED"],
  [200, { data: { order: null }, errors: [{ message: "no" }] }, "UNEXPECTED"],
  [200, "null", "UNEXPECTED"],
  [404, "<html>", "UNEXPECTED"],
  [500, { error: { code: "INTERNAL", message: "logged" } }, "UNEXPECTED"],
  [429, "", "UNAVAILABLE"],
  [502, "<html>bad gateway</html>", "UNAVAILABLE"],
  [503, { detail: "busy" }, "UNAVAILABLE"],
])("an answer %i %j is the failure %s, with the request's id", async (status, body, code) => {
  serverAnswers(status, body);
  expect(await ask(OrderCard, variables, "t")).toEqual({ failure: { code, requestId: "r-1" } });
});

test("no answer at all is a failure without an id", async () => {
  vi.stubGlobal("fetch", vi.fn().mockRejectedValue(new TypeError("Failed to fetch")));
  expect(await ask(OrderCard, variables, "t")).toEqual({ failure: { code: "OFFLINE", requestId: null } });
});
