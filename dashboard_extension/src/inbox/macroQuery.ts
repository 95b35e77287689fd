/** What is looked for among the macros: what stands after a `/` at the beginning of the last line before the caret. */
export function macroQuery(before: string): string | null {
  return /(?:^|\n)\/([^\n/]{0,40})$/.exec(before)?.[1] ?? null;
}

/** The text with a macro's in place of what looked for it. */
export function withMacro(text: string, caret: number, filled: string): string {
  const begin = text.lastIndexOf("/", caret - 1);
  return `${text.slice(0, begin)}${filled}${text.slice(caret)}`;
}

/** Those whose names hold the words, in any case and with or without accents. */
export function macrosNamed<Macro extends { readonly name: string }>(
  macros: readonly Macro[],
  query: string,
): readonly Macro[] {
  const sought = folded(query.trim());
  return macros.filter(({ name }) => folded(name).includes(sought));
}

/** One form for I, İ, ı and i, and for letters with and without accents. */
function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ı", "i");
}
