import type { ReasonNameFragment } from "../generated/Tickets";

/** A reason in the reader's language, or in the other where it has none. */
export function reasonName({ name, slug }: ReasonNameFragment, tag: string): string {
  const [own, other] = tag.startsWith("tr") ? [name.tr, name.en] : [name.en, name.tr];
  return own || other || slug;
}
