import type { Language } from "./language";

/** The catalogue of a language among those of one part of the extension; the English one where there is none. */
export function choose<Catalogue>(
  catalogues: { readonly en: Catalogue; readonly tr: Catalogue },
  { tag }: Pick<Language, "tag">,
): Catalogue {
  return tag.split("-")[0] === "tr" ? catalogues.tr : catalogues.en;
}
