import { instant, isRecord } from "../reading";

export const STARS = [5, 4, 3, 2, 1] as const;
export type Stars = (typeof STARS)[number];

export interface Photo {
  readonly small: string;
  readonly large: string;
  readonly width: number;
  readonly height: number;
}

/** A photo beside its review. */
export interface InStrip extends Photo {
  readonly author: string;
  readonly stars: Stars;
}

export interface Review {
  readonly id: string;
  readonly stars: Stars;
  readonly title: string;
  readonly text: string;
  readonly author: string;
  /** Two letters, for screen readers and hyphens; empty where it is not known. */
  readonly language: string;
  readonly createdAt: string;
  readonly isEdited: boolean;
  /** What of the product was bought. */
  readonly variant: string;
  /** Whether the shop knows that the author received it; else it came from another tool. */
  readonly verified: boolean;
  readonly incentivised: boolean;
  /** What they said to the shop's own questions, by their names. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly helpful: number;
  readonly reply: { readonly text: string; readonly at: string } | null;
  readonly photos: readonly Photo[];
}

/** Some reviews, of `matching`; `after` leads to the next, null where none follow. */
export interface List {
  readonly matching: number;
  readonly reviews: readonly Review[];
  readonly after: string | null;
}

export interface Praise {
  readonly word: string;
  readonly language: string;
  readonly reviews: number;
}

/** A question of the shop's own. Each of its phrases is there in one language at least. */
export interface Aspect {
  readonly name: string;
  readonly question: Readonly<Record<string, unknown>>;
  readonly answers: readonly Readonly<Record<string, unknown>>[];
}

/** What buyers said about one product: all that is drawn before anybody asks for more. */
export interface Reviews extends List {
  readonly count: number;
  /** Such as 4.3; null where nobody said anything. */
  readonly average: number | null;
  /** How many gave so many stars. */
  readonly stars: Readonly<Record<Stars, number>>;
  readonly verified: number;
  readonly incentivised: number;
  /** How many are not shown, by why. */
  readonly rejected: Readonly<Record<string, number>>;
  readonly photos: readonly InStrip[];
  readonly praise: readonly Praise[];
  readonly aspects: readonly Aspect[];
  readonly quote: { readonly text: string; readonly author: string; readonly language: string } | null;
}

/** Believe nothing that is not wholly as docs/storefront.md says: an average of half an answer would be a wrong one. */
export function readReviews(body: unknown): Reviews | null {
  if (!isRecord(body) || !isCount(body.count)) return null;
  const stars = readStars(body.stars);
  const average = body.average === null ? null : readAverage(body.average);
  const list = readList({ ...body, matching: body.count });
  if (!stars || Number.isNaN(average) || !list || (average === null) !== (body.count === 0)) return null;
  const { verified, incentivised, rejected, quote } = body;
  return {
    ...list,
    count: body.count,
    average,
    stars,
    verified: isCount(verified) ? verified : 0,
    incentivised: isCount(incentivised) ? incentivised : 0,
    rejected: isRecord(rejected) ? readRejected(rejected) : {},
    photos: some(body.photos, readInStrip),
    praise: some(body.praise, readPraise),
    aspects: some(body.aspects, readAspect),
    quote: isRecord(quote) && text(quote.text) ? said(quote) : null,
  };
}

/** Of what is asked after the first page. */
export function readList(body: unknown): List | null {
  if (!isRecord(body) || !isCount(body.matching) || !Array.isArray(body.reviews)) return null;
  const reviews = body.reviews.map(readReview);
  if (!reviews.every((review) => review !== null)) return null;
  return { matching: body.matching, reviews, after: text(body.after) || null };
}

function readStars(value: unknown): Reviews["stars"] | null {
  if (!isRecord(value)) return null;
  const counts = STARS.map((stars) => [stars, value[stars]] as const);
  return counts.every(hasCount) ? (Object.fromEntries(counts) as Reviews["stars"]) : null;
}

function readRejected(value: Record<string, unknown>): Reviews["rejected"] {
  return Object.fromEntries(Object.entries(value).filter(hasCount)) as Reviews["rejected"];
}

function readAverage(value: unknown): number {
  return typeof value === "string" && /^[1-5](\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
}

function readReview(value: unknown): Review | null {
  if (!isRecord(value) || !isStars(value.stars) || Number.isNaN(instant(value.created_at))) return null;
  const { stars, reply, helpful } = value;
  return {
    ...said(value),
    id: text(value.id),
    stars,
    title: text(value.title),
    createdAt: text(value.created_at),
    isEdited: !!value.edited_at,
    variant: text(value.variant),
    verified: value.verified === true,
    incentivised: value.incentivised === true,
    answers: isRecord(value.answers) ? value.answers : {},
    helpful: isCount(helpful) ? helpful : 0,
    reply:
      isRecord(reply) && text(reply.text) && instant(reply.at) ? { text: text(reply.text), at: text(reply.at) } : null,
    photos: some(value.photos, readPhoto),
  };
}

function readInStrip(value: unknown): InStrip | null {
  const photo = readPhoto(value);
  return photo && isRecord(value) && isStars(value.stars)
    ? { ...photo, author: text(value.author), stars: value.stars }
    : null;
}

/** An address that is none of the web's is not looked at. */
function readPhoto(value: unknown): Photo | null {
  if (!isRecord(value)) return null;
  const { width, height } = value;
  const [small, large] = [text(value.small), text(value.large)];
  return /^https?:/.test(small) && /^https?:/.test(large) && isCount(width) && isCount(height)
    ? { small, large, width, height }
    : null;
}

function readPraise(value: unknown): Praise | null {
  return isRecord(value) && text(value.word) && isCount(value.reviews)
    ? { word: text(value.word), language: text(value.language), reviews: value.reviews }
    : null;
}

function readAspect(value: unknown): Aspect | null {
  if (!isRecord(value) || !isRecord(value.question) || !Array.isArray(value.answers)) return null;
  return { name: text(value.name), question: value.question, answers: value.answers.filter(isRecord) };
}

function said({ text: words, author, language }: Record<string, unknown>) {
  return { text: text(words), author: text(author), language: text(language) };
}

/** What a later service may add is optional: a part that cannot be read is left out. */
function some<One>(value: unknown, read: (one: unknown) => One | null): One[] {
  return Array.isArray(value) ? value.map(read).filter((one) => one !== null) : [];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function isStars(value: unknown): value is Stars {
  return STARS.some((stars) => stars === value);
}

function hasCount(entry: readonly [unknown, unknown]): boolean {
  return isCount(entry[1]);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
