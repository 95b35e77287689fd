import type { MacroFragment } from "../generated/Macros";

/** A macro's words in the reader's language, or in the other where it has none. */
export function macroText({ text }: Pick<MacroFragment, "text">, tag: string): string {
  return tag.startsWith("tr") ? text.tr || text.en : text.en || text.tr;
}
