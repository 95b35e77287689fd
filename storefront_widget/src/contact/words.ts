import { en as enWays, tr as trWays } from "../chat/wayWords";

export const en = { ...enWays, dir: "ltr", title: "How to reach us", write: "Write to us" };

export type Words = typeof en;

export const tr: Words = { ...trWays, dir: "ltr", title: "Bize ulaşın", write: "Bize yazın" };

export const WORDS: Readonly<Record<string, Words>> = { en, tr };
