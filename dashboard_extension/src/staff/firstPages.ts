import type { Answer } from "../api/ask";

/** The first pages of a list, as one. */
export interface Found<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly more: boolean;
}

interface Connection<Row> {
  readonly edges: readonly ({ readonly node: Row | null } | null)[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

/** Ask for so many pages, from the start: what was changed may stand elsewhere by now. */
export async function firstPages<Row>(
  pages: number,
  ask: (after: string | null) => Promise<Answer<Connection<Row>>>,
): Promise<Answer<Found<Row>>> {
  const rows: Row[] = [];
  let after: string | null = null;
  for (let page = 1; ; page += 1) {
    const answer: Answer<Connection<Row>> = await ask(after);
    if ("failure" in answer) return answer;
    const { edges, pageInfo, totalCount } = answer.data;
    rows.push(...edges.flatMap((edge) => edge?.node ?? []));
    after = pageInfo.endCursor;
    if (page >= pages || !pageInfo.hasNextPage) {
      return { data: { rows, total: totalCount, more: pageInfo.hasNextPage } };
    }
  }
}
