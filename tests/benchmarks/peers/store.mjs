import { createHash } from "node:crypto";
import pg from "pg";

/**
 * What both peers keep, and what they know of the store. Where two ways were open the cheaper one was taken:
 * the store's keys are in memory (real apps ask DynamoDB) and the INSERT is prepared once per connection.
 */
export const saleorApiUrl = process.env.BENCH_API_URL;
export const jwks = process.env.BENCH_JWKS;

const INSERT = {
  name: "keep",
  text: `insert into peer_event (store, event, digest, body) values ($1, $2, $3, $4)
         on conflict (store, event, digest) do nothing`,
};

// Reads PGHOST, PGPORT, PGUSER, PGPASSWORD and PGDATABASE.
const pool = new pg.Pool({ max: 10 });

/** Resolves when the row is committed; a delivery that is there already changes nothing. */
export function keep(event, body) {
  const digest = createHash("sha256").update(body).digest();
  return pool.query({ ...INSERT, values: [saleorApiUrl, event, digest, body] });
}
