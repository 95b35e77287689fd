/** Whether a message has words that the shop does not want to read: then it is shown once somebody asks for it. */
export function isMarked(card: string | null): boolean {
  return card !== null && "words" in namesIn(JSON.parse(card));
}

function namesIn(card: Readonly<Record<string, unknown>> | null): Readonly<Record<string, unknown>> {
  return card?.kind === "words" ? { words: true } : (card ?? {});
}
