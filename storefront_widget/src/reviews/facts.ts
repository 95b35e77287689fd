import { instant, isRecord } from "../reading";

export const STARS = [5, 4, 3, 2, 1] as const;
type Stars = (typeof STARS)[number];

export interface Review {
  readonly stars: Stars;
  readonly title: string;
  readonly text: string;
  readonly author: string;
  /** Two letters, for screen readers and hyphens; empty where it is not known. */
  readonly language: string;
  readonly createdAt: string;
  /** Whether the shop knows that the author bought it. */
  readonly verified: boolean;
}

/** What buyers said about one product. */
export interface Reviews {
  readonly count: number;
  /** Such as 4.3; null where nobody said anything. */
  readonly average: number | null;
  /** How many gave so many stars. */
  readonly stars: Readonly<Record<Stars, number>>;
  readonly newest: readonly Review[];
}

/** Believe nothing that is not wholly as docs/storefront.md says: an average of half an answer would be a wrong one. */
export function readReviews(body: unknown): Reviews | null {
  if (!isRecord(body) || !isCount(body.count) || !Array.isArray(body.reviews)) return null;
  const stars = readStars(body.stars);
  const average = body.average === null ? null : readAverage(body.average);
  const newest = body.reviews.map(readReview);
  if (!stars || Number.isNaN(average) || !newest.every((review) => review !== null)) return null;
  if ((average === null) !== (body.count === 0)) return null;
  return { count: body.count, average, stars, newest };
}

function readStars(value: unknown): Reviews["stars"] | null {
  if (!isRecord(value)) return null;
  const counts = STARS.map((stars) => [stars, value[stars]] as const);
  return counts.every(([, count]) => isCount(count)) ? (Object.fromEntries(counts) as Reviews["stars"]) : null;
}

function readAverage(value: unknown): number {
  return typeof value === "string" && /^[1-5](\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
}

function readReview(value: unknown): Review | null {
  if (!isRecord(value) || !isStars(value.stars) || Number.isNaN(instant(value.created_at))) return null;
  const { stars, verified } = value;
  const [title, text, author, language] = [value.title, value.text, value.author, value.language].map((one) =>
    typeof one === "string" ? one : "",
  ) as [string, string, string, string];
  return { stars, title, text, author, language, createdAt: String(value.created_at), verified: verified === true };
}

function isStars(value: unknown): value is Stars {
  return STARS.some((stars) => stars === value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
